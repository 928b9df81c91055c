package dev.parley.metering;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;

/// Stores what is still waiting when the process stops.
final class MeteringVerticle extends VerticleBase {
  private final Ledger ledger;

  MeteringVerticle(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public Future<?> stop() {
    return ledger.drain();
  }
}
