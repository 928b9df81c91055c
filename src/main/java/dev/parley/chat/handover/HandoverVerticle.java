package dev.parley.chat.handover;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;

/// Notices who has gone, and counts what is open.
final class HandoverVerticle extends VerticleBase {
  private static final long TICK_MS = 2_000;
  private static final long COUNT_MS = 10_000;
  private static final long FORGET_MS = 60_000;

  private final Handovers handovers;
  private final PresenceBoard board;

  HandoverVerticle(Handovers handovers, PresenceBoard board) {
    this.handovers = handovers;
    this.board = board;
  }

  @Override
  public Future<?> start() {
    vertx.setPeriodic(TICK_MS, _ -> board.tick());
    vertx.setPeriodic(0, COUNT_MS, _ -> handovers.count());
    vertx.setPeriodic(FORGET_MS, _ -> board.forget());
    return Future.succeededFuture();
  }
}
