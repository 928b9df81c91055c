package dev.parley.metering.limit;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;

/// Counts in the memory of this process.
final class LocalLimiter implements Limiter {
  private final InstantSource clock;
  private final Subjects<Counter> counters;

  /// @param clock that is never set back
  LocalLimiter(InstantSource clock) {
    this.clock = clock;
    this.counters = new Subjects<>(Counter::new, clock);
  }

  @Override
  public Future<Verdict> take(String subject, int limit, Duration window) {
    return Future.succeededFuture(counters.of(subject).take(limit, window, clock.millis()));
  }

  int subjects() {
    return counters.size();
  }

  /// The count of one subject.
  private static final class Counter implements Subjects.Forgettable {
    private Count count = Count.NOTHING;
    private long overAt;

    synchronized Verdict take(int limit, Duration window, long now) {
      var length = window.toMillis();
      count = count.in(now / length);
      overAt = (now / length + 2) * length;
      var elapsed = (double) (now % length) / length;
      var free = count.free(limit, elapsed);
      if (free < 1) {
        return new Verdict(false, limit, 0, count.wait(limit, elapsed, window));
      }
      count = count.plusOne();
      return new Verdict(true, limit, free - 1, Duration.ofMillis(length - now % length));
    }

    @Override
    public synchronized boolean isOver(long now) {
      return now >= overAt;
    }
  }
}
