package dev.parley.metering.limit;

import static java.util.Objects.requireNonNull;

import dev.parley.platform.redis.RedisServer;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;

/// The counts that replicas share, one hash for each subject, forgotten after two windows.
final class QuotaStore {
  /// Redis runs it as one step, by its own clock, so that replicas with other clocks agree.
  private static final String LEASE =
      """
      local time = redis.call('TIME')
      local ms = time[1] * 1000 + math.floor(time[2] / 1000)
      local window, limit, want = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
      local index = math.floor(ms / window)
      local elapsed = ms - index * window
      local kept = redis.call('HMGET', KEYS[1], 'index', 'now', 'before')
      local now, before = 0, 0
      if kept[1] and tonumber(kept[1]) == index then
        now, before = tonumber(kept[2]), tonumber(kept[3])
      elseif kept[1] and tonumber(kept[1]) == index - 1 then
        before = tonumber(kept[2])
      end
      local free = math.floor(limit - before * (1 - elapsed / window) - now)
      local granted = math.max(0, math.min(want, free))
      if granted > 0 then
        now = now + granted
        redis.call('HSET', KEYS[1], 'index', index, 'now', now, 'before', before)
        redis.call('PEXPIRE', KEYS[1], 2 * window)
      end
      return {granted, now, before, elapsed}
      """;

  private final RedisServer redis;

  QuotaStore(RedisServer redis) {
    this.redis = redis;
  }

  /// Takes up to `want` requests at once out of what is left of the window.
  Future<Grant> lease(String subject, int limit, Duration window, int want) {
    var request =
        Request.cmd(Command.EVAL)
            .arg(LEASE)
            .arg(1)
            .arg("parley:limit:" + window.toMillis() + ":" + subject)
            .arg(window.toMillis())
            .arg(limit)
            .arg(want);
    return redis.send(request).map(answer -> grant(answer, window));
  }

  private static Grant grant(Response answer, Duration window) {
    return new Grant(
        number(answer, 0),
        new Count(0, number(answer, 1), number(answer, 2)),
        (double) number(answer, 3) / window.toMillis());
  }

  private static int number(Response answer, int at) {
    return requireNonNull(answer.get(at).toInteger());
  }

  /// @param requests taken; 0 when none is left
  /// @param count of all replicas, these included
  /// @param elapsed share of the window that is over
  record Grant(int requests, Count count, double elapsed) {}
}
