package dev.parley.gateway.transport;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/// The limits of time of one call. On the call's event loop only.
public final class CallTimers {
  /// Silence is looked for this many times within its limit, so that a token costs no timer.
  private static final int LOOKS = 4;

  private final Vertx vertx;
  private final Map<Limit, Long> running = new EnumMap<>(Limit.class);
  private int silentLooks;

  /// What may run out.
  public enum Limit {
    CONNECT,
    FIRST_TOKEN,
    IDLE,
    TOTAL,
    /// What may still come once the answer is complete: the count, and the end of the response.
    AFTER_FINISH
  }

  public CallTimers(Vertx vertx) {
    this.vertx = vertx;
  }

  /// Runs `expired` after `length` unless it is stopped before. Replaces one of the same name.
  public void start(Limit limit, Duration length, Runnable expired) {
    stop(limit);
    var id = vertx.setTimer(Math.max(1, length.toMillis()), _ -> expire(limit, expired));
    running.put(limit, id);
  }

  private void expire(Limit limit, Runnable expired) {
    var _ = running.remove(limit);
    expired.run();
  }

  /// Runs `expired` when [#alive] is not called for `length`.
  public void startIdle(Duration length, Runnable expired) {
    stop(Limit.IDLE);
    silentLooks = 0;
    var tick = Math.max(1, length.toMillis() / LOOKS);
    running.put(
        Limit.IDLE,
        vertx.setPeriodic(
            tick,
            _ -> {
              silentLooks++;
              if (silentLooks > LOOKS) {
                stop(Limit.IDLE);
                expired.run();
              }
            }));
  }

  public boolean isRunning(Limit limit) {
    return running.containsKey(limit);
  }

  public void alive() {
    silentLooks = 0;
  }

  public void stop(Limit limit) {
    var id = running.remove(limit);
    if (id != null) {
      var _ = vertx.cancelTimer(id);
    }
  }

  public void stopAll() {
    for (var limit : Limit.values()) {
      stop(limit);
    }
  }
}
