package dev.parley.gateway.transport;

import dev.parley.platform.time.Stopwatch;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The limits of time of one call. On the call's event loop only.
///
/// One timer watches all of them: it is set to the earliest, and when that limit has been stopped
/// or put off meanwhile, it is set anew. So most calls cost one timer, and a token costs none.
public final class CallTimers {
  private static final long NEVER = Long.MAX_VALUE;

  private final Vertx vertx;
  private final Stopwatch watch = Stopwatch.start();
  private final Map<Limit, Due> running = new EnumMap<>(Limit.class);
  private long idleMs;
  private long aliveAt;
  private long timer = -1;
  private long timerDue = NEVER;

  /// What may run out.
  public enum Limit {
    CONNECT,
    FIRST_TOKEN,
    IDLE,
    TOTAL,
    /// What may still come once the answer is complete: the count, and the end of the response.
    AFTER_FINISH
  }

  /// @param at on the call's own watch, in milliseconds
  private record Due(long at, Runnable expired) {}

  public CallTimers(Vertx vertx) {
    this.vertx = vertx;
  }

  /// Runs `expired` after `length` unless it is stopped before. Replaces one of the same name.
  public void start(Limit limit, Duration length, Runnable expired) {
    var at = watch.millis() + Math.max(1, length.toMillis());
    running.put(limit, new Due(at, expired));
    if (at < timerDue) {
      setTimer(at);
    }
  }

  /// Runs `expired` when [#alive] is not called for `length`.
  public void startIdle(Duration length, Runnable expired) {
    alive();
    idleMs = Math.max(1, length.toMillis());
    start(Limit.IDLE, length, expired);
  }

  public boolean isRunning(Limit limit) {
    return running.containsKey(limit);
  }

  public void alive() {
    aliveAt = watch.millis();
  }

  public void stop(Limit limit) {
    running.remove(limit);
  }

  public void stopAll() {
    running.clear();
    cancelTimer();
  }

  private void setTimer(long at) {
    cancelTimer();
    timerDue = at;
    timer = vertx.setTimer(Math.max(1, at - watch.millis()), _ -> look());
  }

  private void cancelTimer() {
    if (timer >= 0) {
      var _ = vertx.cancelTimer(timer);
      forgetTimer();
    }
  }

  private void forgetTimer() {
    timer = -1;
    timerDue = NEVER;
  }

  private void look() {
    forgetTimer();
    running.computeIfPresent(Limit.IDLE, (_, due) -> new Due(aliveAt + idleMs, due.expired()));
    var now = watch.millis();
    for (var limit : List.copyOf(running.keySet())) {
      var due = running.get(limit); // one that expired may have stopped others
      if (due != null && due.at() <= now) {
        running.remove(limit);
        due.expired().run();
      }
    }
    var next = running.values().stream().mapToLong(Due::at).min().orElse(NEVER);
    if (next < timerDue) {
      setTimer(next);
    }
  }
}
