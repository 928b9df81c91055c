package dev.parley.testkit;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/// Waits on the thread of a test, never for ever.
public final class Await {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Duration STEP = Duration.ofMillis(10);

  private Await() {}

  /// The result of a future.
  public static <T> T of(Future<T> future) {
    try {
      return future.await(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("nothing came within " + LIMIT, e);
    }
  }

  /// Waits until a future has ended, well or not.
  public static void end(Future<?> future) {
    var _ = of(future.map(true).otherwise(false));
  }

  /// The failure of a future that has to fail in one way.
  public static <E extends Throwable> E failure(Class<E> type, Future<?> future) {
    var outcome = Promise.<Throwable>promise();
    var _ =
        future.onComplete((result, cause) ->
            outcome.complete(
                cause == null ? new AssertionError("succeeded with " + result) : cause));
    var failure = of(outcome.future());
    if (!type.isInstance(failure)) {
      throw new AssertionError("expected " + type.getSimpleName() + ", got " + failure, failure);
    }
    return type.cast(failure);
  }

  /// Waits until something holds.
  public static void until(String what, BooleanSupplier holds) {
    var end = System.nanoTime() + LIMIT.toNanos();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("did not come true within " + LIMIT + ": " + what);
      }
      try {
        Thread.sleep(STEP);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError("interrupted", e);
      }
    }
  }
}
