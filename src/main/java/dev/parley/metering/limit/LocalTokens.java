package dev.parley.metering.limit;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;

/// Counts tokens in the memory of this process.
final class LocalTokens implements TokenLimiter {
  private final InstantSource clock;
  private final Subjects<Counter> counters;

  /// @param clock that is never set back
  LocalTokens(InstantSource clock) {
    this.clock = clock;
    this.counters = new Subjects<>(Counter::new, clock);
  }

  @Override
  public Future<Tokens> take(String subject, long tokens, long limit, Duration window) {
    return Future.succeededFuture(counters.of(subject).take(tokens, limit, window, clock.millis()));
  }

  /// The count of one subject.
  private static final class Counter implements Subjects.Forgettable {
    private TokenCount count = TokenCount.NOTHING;
    private long overAt;

    synchronized Tokens take(long tokens, long limit, Duration window, long now) {
      var length = window.toMillis();
      var index = now / length;
      var elapsed = (double) (now % length) / length;
      count = count.in(index);
      overAt = (index + 2) * length;
      if (!count.fits(tokens, limit, elapsed)) {
        return new Tokens.Refused(count.wait(tokens, limit, elapsed, window));
      }
      count = count.plus(index, tokens);
      return new Taken(this, index, tokens);
    }

    synchronized void correct(long index, long more) {
      count = count.plus(index, more);
    }

    @Override
    public synchronized boolean isOver(long now) {
      return now >= overAt;
    }
  }

  private static final class Taken implements Tokens {
    private final Counter counter;
    private final long index;
    private final long tokens;
    private final AtomicBoolean corrected = new AtomicBoolean();

    Taken(Counter counter, long index, long tokens) {
      this.counter = counter;
      this.index = index;
      this.tokens = tokens;
    }

    @Override
    public boolean allowed() {
      return true;
    }

    @Override
    public Duration until() {
      return Duration.ZERO;
    }

    @Override
    public void correct(long actual) {
      if (corrected.compareAndSet(false, true)) {
        counter.correct(index, actual - tokens);
      }
    }
  }
}
