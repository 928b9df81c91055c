package dev.parley.chat.turn;

import dev.parley.call.Call;
import dev.parley.platform.http.Problem;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Waits of a story, each within the call's time. On virtual threads.
final class Steps {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final InstantSource clock;

  Steps(InstantSource clock) {
    this.clock = clock;
  }

  <T> T within(Call call, Future<T> future) throws Exception {
    return future.await(call.deadline().left(clock).toMillis(), TimeUnit.MILLISECONDS);
  }

  /// A step before the model is asked. The question was taken, so that a moment without room does
  /// not end its answer.
  <T> T patiently(Call call, Supplier<Future<T>> step) throws Exception {
    return patiently(PATIENCE, PAUSE, () -> within(call, step.get()));
  }

  /// Tries something again while it fails for a moment only.
  <T> T patiently(Duration patience, Duration pause, Attempt<T> attempt) throws Exception {
    var giveUp = clock.instant().plus(patience);
    while (true) {
      try {
        return attempt.make();
      } catch (RuntimeException e) {
        if (!(e instanceof Problem p && p.retryable()) || clock.instant().isAfter(giveUp)) {
          throw e;
        }
        Thread.sleep(pause);
      }
    }
  }

  /// Something that may fail.
  interface Attempt<T> {
    T make() throws Exception;
  }
}
