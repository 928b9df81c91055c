package dev.parley.platform.lifecycle;

import dev.parley.call.Call;
import dev.parley.platform.http.HttpProblem;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Lets a story wait for what others do, within its call's time.
public record Waits(InstantSource clock) {

  /// Blocks until a future ends; throws what it fails with, or [HttpProblem.Overloaded] when the
  /// call's time is over before.
  public <T> T on(Call call, Future<T> future) {
    try {
      return future.await(call.deadline().left(clock).toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      throw new HttpProblem.Overloaded();
    }
  }
}
