package dev.parley.chat;

import dev.parley.chat.turn.TurnRunner;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;

/// Runs the turns: beats once a second, looks for orphans every five, drains at the end.
final class ChatVerticle extends VerticleBase {
  private static final long BEAT_MS = 1_000;
  private static final long ORPHANS_MS = 5_000;

  private final TurnRunner runner;
  private final Duration drain;

  ChatVerticle(TurnRunner runner, Duration drain) {
    this.runner = runner;
    this.drain = drain;
  }

  @Override
  public Future<?> start() {
    vertx.setPeriodic(BEAT_MS, _ -> runner.beat());
    vertx.setPeriodic(100, ORPHANS_MS, _ -> runner.endOrphans());
    return Future.succeededFuture();
  }

  @Override
  public Future<?> stop() {
    return vertx.executeBlocking(() -> {
      runner.drain(drain);
      return true;
    });
  }
}
