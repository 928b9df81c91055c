package dev.parley.metering.limit;

import static java.util.Objects.requireNonNull;

import dev.parley.platform.redis.RedisServer;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;

/// The token counts that replicas share, one hash for each subject, forgotten after two windows.
final class TokenStore {
  private static final String TAKE =
      """
      local time = redis.call('TIME')
      local ms = time[1] * 1000 + math.floor(time[2] / 1000)
      local window, limit, tokens = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
      local index = math.floor(ms / window)
      local elapsed = ms - index * window
      local kept = redis.call('HMGET', KEYS[1], 'index', 'now', 'before')
      local now, before = 0, 0
      if kept[1] and tonumber(kept[1]) == index then
        now, before = tonumber(kept[2]), tonumber(kept[3])
      elseif kept[1] and tonumber(kept[1]) == index - 1 then
        before = tonumber(kept[2])
      end
      local taken = 0
      if before * (1 - elapsed / window) + now + tokens <= limit then
        taken = 1
        redis.call('HSET', KEYS[1], 'index', index, 'now', now + tokens, 'before', before)
        redis.call('PEXPIRE', KEYS[1], 2 * window)
      end
      return {taken, now, before, elapsed, index}
      """;
  private static final String CORRECT =
      """
      local kept = redis.call('HGET', KEYS[1], 'index')
      if not kept then return 0 end
      local behind = tonumber(kept) - tonumber(ARGV[1])
      local field = behind == 0 and 'now' or behind == 1 and 'before' or nil
      if not field then return 0 end
      if redis.call('HINCRBY', KEYS[1], field, ARGV[2]) < 0 then
        redis.call('HSET', KEYS[1], field, 0)
      end
      return 1
      """;

  private final RedisServer redis;

  TokenStore(RedisServer redis) {
    this.redis = redis;
  }

  /// Takes all the tokens, or none.
  Future<Grant> take(String subject, long tokens, long limit, Duration window) {
    var request =
        Request.cmd(Command.EVAL)
            .arg(TAKE)
            .arg(1)
            .arg(key(subject, window))
            .arg(window.toMillis())
            .arg(limit)
            .arg(tokens);
    return redis.send(request).map(answer -> grant(answer, window));
  }

  /// Puts right what was taken in a window.
  Future<Void> correct(String subject, Duration window, long index, long more) {
    var request =
        Request.cmd(Command.EVAL)
            .arg(CORRECT)
            .arg(1)
            .arg(key(subject, window))
            .arg(index)
            .arg(more);
    return redis.send(request).mapEmpty();
  }

  private static String key(String subject, Duration window) {
    return "parley:tokens:" + window.toMillis() + ":" + subject;
  }

  private static Grant grant(Response answer, Duration window) {
    return new Grant(
        number(answer, 0) == 1,
        new TokenCount(number(answer, 4), number(answer, 1), number(answer, 2)),
        (double) number(answer, 3) / window.toMillis());
  }

  private static long number(Response answer, int at) {
    return requireNonNull(answer.get(at).toLong());
  }

  /// @param count of all replicas, without what was asked for
  /// @param elapsed share of the window that is over
  record Grant(boolean taken, TokenCount count, double elapsed) {}
}
