package dev.parley.platform.time;

import java.time.Duration;

/// Measures one stretch of time on the monotonic clock.
public final class Stopwatch {
  private final long begun = System.nanoTime();

  private Stopwatch() {}

  public static Stopwatch start() {
    return new Stopwatch();
  }

  public Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  public long millis() {
    return elapsed().toMillis();
  }

  public double seconds() {
    return (System.nanoTime() - begun) / 1e9;
  }
}
