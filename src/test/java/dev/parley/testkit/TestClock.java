package dev.parley.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that stands until a test moves it. It begins now, in whole milliseconds, because stores
/// keep no finer time.
public final class TestClock implements InstantSource {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(InstantSource.system().instant().truncatedTo(ChronoUnit.MILLIS));

  @Override
  public Instant instant() {
    return now.get();
  }

  public void advance(Duration time) {
    var _ = now.updateAndGet(instant -> instant.plus(time));
  }
}
