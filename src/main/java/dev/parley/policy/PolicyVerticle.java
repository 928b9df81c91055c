package dev.parley.policy;

import dev.parley.platform.lifecycle.Stories;
import dev.parley.policy.book.RuleShelf;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;

/// Reads the rules before anything is asked.
final class PolicyVerticle extends VerticleBase {
  private static final Duration DRAIN = Duration.ofSeconds(5);

  private final RuleShelf shelf;
  private final Stories readings;

  PolicyVerticle(RuleShelf shelf, Stories readings) {
    this.shelf = shelf;
    this.readings = readings;
  }

  @Override
  public Future<?> start() {
    return shelf.load();
  }

  @Override
  public Future<?> stop() {
    return vertx.executeBlocking(() -> {
      readings.drain(DRAIN);
      return true;
    });
  }
}
