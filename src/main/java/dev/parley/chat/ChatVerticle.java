package dev.parley.chat;

import dev.parley.chat.assistant.AssistantShelf;
import dev.parley.chat.evaluation.CaseRunner;
import dev.parley.chat.turn.Rehearsals;
import dev.parley.chat.turn.Takeover;
import dev.parley.chat.turn.TurnRunner;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;

/// Reads the assistants and runs the turns: beats and looks for orphans once a second, and drains
/// at the end.
final class ChatVerticle extends VerticleBase {
  private static final long BEAT_MS = 1_000;
  private static final long ORPHANS_MS = 1_000;
  private static final long CANCELLED_MS = 100;
  private static final Duration REHEARSAL_DRAIN = Duration.ofSeconds(1);

  private final AssistantShelf assistants;
  private final TurnRunner runner;
  private final Takeover takeover;
  private final Rehearsing rehearsing;
  private final Duration drain;

  ChatVerticle(
      AssistantShelf assistants,
      TurnRunner runner,
      Takeover takeover,
      Rehearsing rehearsing,
      Duration drain) {
    this.assistants = assistants;
    this.rehearsing = rehearsing;
    this.runner = runner;
    this.takeover = takeover;
    this.drain = drain;
  }

  @Override
  public Future<?> start() {
    vertx.setPeriodic(BEAT_MS, _ -> runner.beat());
    vertx.setPeriodic(CANCELLED_MS, _ -> runner.stopCancelled());
    vertx.setPeriodic(100, ORPHANS_MS, _ -> takeover.look(context));
    return assistants.load();
  }

  @Override
  public Future<?> stop() {
    return vertx.executeBlocking(() -> {
      runner.drain(drain);
      rehearsing.cases().drain(REHEARSAL_DRAIN);
      rehearsing.rehearsals().drain(REHEARSAL_DRAIN);
      return true;
    });
  }

  /// Answers that are in no conversation.
  record Rehearsing(Rehearsals rehearsals, CaseRunner cases) {}
}
