package dev.parley.metering.limit;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;

/// Counts for all replicas together, without a round trip for each request: a replica takes a tenth
/// of the limit at a time out of the shared count and spends it in memory. What it takes counts at
/// once and is void when its window ends, so no window ever holds more than the limit in sum. What
/// a replica took and does not spend is refused to the others: with R replicas, at most R tenths of
/// the limit.
///
/// While Redis is away each replica counts for itself, with its share of the limit. What it had let
/// through before is forgotten then, so that the window of the change may hold up to twice the
/// limit.
final class SharedLimiter implements Limiter {
  private static final int SLICES = 10;

  private final QuotaStore store;
  private final Limiter alone;
  private final int replicas;
  private final InstantSource clock;
  private final Subjects<Lease> leases;

  /// @param alone counts while Redis is away
  /// @param clock that is never set back
  SharedLimiter(QuotaStore store, Limiter alone, int replicas, InstantSource clock) {
    this.store = store;
    this.alone = alone;
    this.replicas = replicas;
    this.clock = clock;
    this.leases = new Subjects<>(Lease::new, clock);
  }

  @Override
  public Future<Verdict> take(String subject, int limit, Duration window) {
    return spend(leases.of(subject), subject, limit, window)
        .recover(_ -> alone.take(subject, Math.max(1, limit / replicas), window));
  }

  /// Ends: every renewal brings requests for somebody who waits, or a refusal for all.
  private Future<Verdict> spend(Lease lease, String subject, int limit, Duration window) {
    var verdict = lease.spend(limit, clock.millis());
    return verdict == null
        ? lease
            .renew(() -> fetch(lease, subject, limit, window))
            .compose(_ -> spend(lease, subject, limit, window))
        : Future.succeededFuture(verdict);
  }

  private Future<Boolean> fetch(Lease lease, String subject, int limit, Duration window) {
    var asked = clock.millis(); // before the round trip: a lease may end early, never late
    return store
        .lease(subject, limit, window, (limit + SLICES - 1) / SLICES)
        .map(grant -> lease.put(grant, limit, window, asked));
  }
}
