package dev.parley.metering.limit;

import dev.parley.metering.limit.QuotaStore.Grant;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What this replica may still spend of one subject's shared count. Safe from any thread.
final class Lease implements Subjects.Forgettable {
  private int left;
  private int leftElsewhere;
  private long end = Long.MIN_VALUE;
  private long refusedUntil = Long.MIN_VALUE;
  private @Nullable Future<Boolean> renewal;

  /// Spends one request; null when the shared count has to be asked.
  synchronized @Nullable Verdict spend(int limit, long now) {
    if (left > 0 && now < end) {
      left--;
      return new Verdict(true, limit, left + leftElsewhere, Duration.ofMillis(end - now));
    }
    return now < refusedUntil
        ? new Verdict(false, limit, 0, Duration.ofMillis(refusedUntil - now))
        : null;
  }

  /// Asks the shared count once for all who wait.
  synchronized Future<Boolean> renew(Supplier<Future<Boolean>> fetch) {
    if (renewal != null) {
      return renewal;
    }
    var begun = fetch.get().onComplete(_ -> ended());
    renewal = begun.isComplete() ? null : begun;
    return begun;
  }

  /// Takes in what the shared count gave.
  ///
  /// @param asked when it was asked, in milliseconds
  /// @return whether it gave anything
  synchronized boolean put(Grant grant, int limit, Duration window, long asked) {
    if (grant.requests() == 0) {
      refusedUntil = asked + grant.count().wait(limit, grant.elapsed(), window).toMillis();
      return false;
    }
    left = grant.requests(); // a lease is renewed when nothing of it is left
    leftElsewhere = Math.max(0, grant.count().free(limit, grant.elapsed()));
    end = asked + Math.round((1 - grant.elapsed()) * window.toMillis());
    return true;
  }

  @Override
  public synchronized boolean isOver(long now) {
    return now >= end && now >= refusedUntil && renewal == null;
  }

  private synchronized void ended() {
    renewal = null;
  }
}
