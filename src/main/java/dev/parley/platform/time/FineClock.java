package dev.parley.platform.time;

import java.time.Instant;
import java.time.InstantSource;

/// A clock for measuring: as fine as the machine's monotonic clock, and never set back.
public final class FineClock {
  private FineClock() {}

  /// Begins at the time of day of this call.
  public static InstantSource system() {
    var start = Instant.now();
    var nanos = System.nanoTime();
    return () -> start.plusNanos(System.nanoTime() - nanos);
  }
}
