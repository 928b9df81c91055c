package dev.parley.control.change;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;

/// Looks for changes twice a second. A transport between replicas could say [Changes#look] sooner;
/// this goes on beside it, for what a transport loses.
final class ChangeVerticle extends VerticleBase {
  private static final Duration EVERY = Duration.ofMillis(500);

  private final Changes changes;

  ChangeVerticle(Changes changes) {
    this.changes = changes;
  }

  @Override
  public Future<?> start() {
    var _ = vertx.setPeriodic(EVERY.toMillis(), _ -> look());
    return changes.look();
  }

  private void look() {
    var _ = changes.look();
  }
}
