package dev.parley.metering.budget;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How long the money of a budget has to last. Days and months are those of UTC.
enum Period {
  DAY,
  MONTH,
  TOTAL;

  /// The period that a moment lies in.
  ///
  /// @param created when the budget was made
  Window at(Instant moment, Instant created) {
    return switch (this) {
      case DAY -> {
        var start = moment.truncatedTo(ChronoUnit.DAYS);
        yield new Window(start, start.plus(Duration.ofDays(1)));
      }
      case MONTH -> {
        var day = moment.atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1);
        yield new Window(day.toInstant(), day.plusMonths(1).toInstant());
      }
      case TOTAL -> new Window(created, null);
    };
  }

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Period of(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT));
  }

  /// One period of one budget.
  ///
  /// @param start as the database keeps it, in whole microseconds
  /// @param end null where it has none
  record Window(Instant start, @Nullable Instant end) {
    boolean isOver(long nowMillis) {
      return end != null && nowMillis >= end.toEpochMilli();
    }
  }
}
