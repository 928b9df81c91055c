package dev.parley.metering.rollup;

import dev.parley.metering.usage.Subject;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Which sums are wanted.
///
/// @param from the first moment, cut down to its bucket
/// @param to the first moment after
/// @param model null for all, as the others
public record UsageQuery(
    Instant from,
    Instant to,
    Grain grain,
    By by,
    Subject subject,
    @Nullable String provider,
    @Nullable String model,
    @Nullable String kind) {

  /// All usage of a subject.
  public static UsageQuery of(Subject subject, Instant from, Instant to, Grain grain, By by) {
    return new UsageQuery(from, to, grain, by, subject, null, null, null);
  }

  /// The length of the buckets.
  public enum Grain {
    HOUR,
    DAY;

    String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// What is told apart.
  public enum By {
    WORKSPACE,
    MODEL,
    PROVIDER,
    KIND,
    USER,
    KEY;

    String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
