package dev.parley.chat.turn;

import dev.parley.call.Deadline;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Waits until people have decided about uses of tools. Blocks its virtual thread.
final class Consents {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration STEP = Duration.ofSeconds(4);
  private static final Duration PAUSE = Duration.ofMillis(400);

  /// What is left of a turn must do for an answer after the waiting.
  private static final Duration REST = Duration.ofMinutes(1);

  private final ConsentStore store;
  private final InstantSource clock;

  Consents(ConsentStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /// Lets it be decided from now on.
  void ask(LiveTurn live, int callId) throws InterruptedException, TimeoutException {
    var call = live.call().until(Deadline.after(clock, STEP));
    var _ =
        store
            .ask(call, live.id(), callId, clock.instant())
            .await(STEP.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// Whether it was allowed: not when it was declined, when nobody decided in time or can, and when
  /// the turn was stopped meanwhile. Afterwards it can be decided no more.
  boolean await(LiveTurn live, int callId) throws InterruptedException, TimeoutException {
    var turn = live.call().deadline().at().minus(REST);
    var own = clock.instant().plus(PATIENCE);
    var end = turn.isBefore(own) ? turn : own;
    while (!live.cancelled() && live.attended() && clock.instant().isBefore(end)) {
      var decision = decision(live, callId);
      if (decision.isPresent()) {
        return decision.get() && !live.cancelled();
      }
      Thread.sleep(PAUSE);
    }
    var call = live.call().until(Deadline.after(clock, STEP));
    var closed =
        store
            .decide(call, live.id(), callId, false, clock.instant())
            .await(STEP.toMillis(), TimeUnit.MILLISECONDS);
    return !closed && !live.cancelled() && decision(live, callId).orElse(false);
  }

  private Optional<Boolean> decision(LiveTurn live, int callId)
      throws InterruptedException, TimeoutException {
    var call = live.call().until(Deadline.after(clock, STEP));
    return store.decision(call, live.id(), callId).await(STEP.toMillis(), TimeUnit.MILLISECONDS);
  }
}
