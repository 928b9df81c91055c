package dev.parley.identity.oidc;

import dev.parley.call.Call;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Something that a provider publishes and that is kept for an hour. Who asks at the same time
/// shares one request; where it fails, the last good value serves on. Safe from any thread.
final class Kept<T> {
  private static final Duration FRESH = Duration.ofHours(1);
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final Source<T> source;
  private final InstantSource clock;
  private volatile @Nullable Dated<T> last;
  // Both are touched under the lock of this object only, which is never held while waiting.
  private @Nullable Future<T> asking;
  private Instant renewed = Instant.MIN;
  private Instant asked = Instant.MIN;

  Kept(Source<T> source, InstantSource clock) {
    this.source = source;
    this.clock = clock;
  }

  /// The value, not older than an hour unless the source fails.
  Future<T> get(Call call) {
    var kept = last;
    if (kept == null) {
      return ask(call);
    }
    var old = kept.value();
    var now = clock.instant();
    return now.isBefore(kept.at().plus(FRESH)) || !due(now)
        ? Future.succeededFuture(old)
        : ask(call).recover(_ -> Future.succeededFuture(old));
  }

  /// The value asked for anew because something is missing in it; the old one when that was done
  /// less than a minute ago, so that nobody makes us ask again and again.
  Future<T> renew(Call call) {
    return mayRenew() ? ask(call) : get(call);
  }

  private synchronized boolean mayRenew() {
    if (asking != null && !asking.isComplete()) {
      return true; // somebody is at it
    }
    var now = clock.instant();
    if (now.isBefore(renewed.plus(PAUSE))) {
      return false;
    }
    renewed = now;
    return true;
  }

  private synchronized boolean due(Instant now) {
    return !now.isBefore(asked.plus(PAUSE));
  }

  private synchronized Future<T> ask(Call call) {
    var running = asking;
    if (running != null && !running.isComplete()) {
      return running;
    }
    asked = clock.instant();
    var next = source.fetch(call).onSuccess(value -> last = new Dated<>(value, clock.instant()));
    asking = next;
    return next;
  }

  /// Where the value comes from.
  @FunctionalInterface
  interface Source<T> {
    Future<T> fetch(Call call);
  }

  private record Dated<T>(T value, Instant at) {}
}
