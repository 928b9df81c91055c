package dev.parley.gateway.transport;

import io.vertx.core.MultiMap;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How long a provider asks to be left alone: `retry-after-ms`, or `Retry-After` in seconds or as a
/// date. At most an hour is believed.
public final class RetryAfter {
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?");

  private RetryAfter() {}

  /// Null when nothing was asked for.
  public static @Nullable Duration of(MultiMap headers, Instant now) {
    var millis = headers.get("retry-after-ms");
    if (millis != null && NUMBER.matcher(millis).matches()) {
      return bounded(Duration.ofMillis((long) Double.parseDouble(millis)));
    }
    var text = headers.get("retry-after");
    if (text == null) {
      return null;
    }
    return NUMBER.matcher(text).matches()
        ? bounded(Duration.ofMillis((long) (1_000 * Double.parseDouble(text))))
        : untilDate(text, now);
  }

  private static @Nullable Duration untilDate(String text, Instant now) {
    try {
      var at = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return at.isBefore(now) ? Duration.ZERO : bounded(Duration.between(now, at));
    } catch (DateTimeParseException _) {
      return null;
    }
  }

  private static Duration bounded(Duration asked) {
    return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
  }
}
