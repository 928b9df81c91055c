package dev.parley.platform.http.outbound;

import dev.parley.call.Deadline;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// How long one request may still take. Used on its virtual thread.
record Patience(InstantSource clock, Deadline end) {

  /// The patience of a request that may take `total`, but not beyond `end`.
  static Patience of(InstantSource clock, Duration total, Deadline end) {
    var own = Deadline.after(clock, total);
    return new Patience(clock, own.at().isBefore(end.at()) ? own : end);
  }

  /// `step`, or what is left if that is less.
  Duration atMost(Duration step) {
    var left = end.left(clock);
    return left.compareTo(step) < 0 ? left : step;
  }

  /// Waits; what the future failed with is thrown as it is.
  ///
  /// @param late says what did not come in time
  <T> T await(Future<T> future, Duration step, String late) {
    try {
      return future.await(atMost(step).toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException _) {
      throw new OutboundProblem.TooSlow(late);
    }
  }
}
