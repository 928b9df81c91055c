package dev.parley.metering.limit;

import static java.util.Objects.requireNonNull;

import dev.parley.platform.redis.RedisServer;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.time.Duration;

/// Who is inside, of all replicas: a sorted set for each subject, with the time until which each is
/// believed to be there, by the clock of Redis.
final class GateStore {
  private static final String ENTER =
      """
      local time = redis.call('TIME')
      local ms = time[1] * 1000 + math.floor(time[2] / 1000)
      redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', ms)
      local again = redis.call('ZSCORE', KEYS[1], ARGV[1])
      if not again and redis.call('ZCARD', KEYS[1]) >= tonumber(ARGV[2]) then return 0 end
      redis.call('ZADD', KEYS[1], ms + ARGV[3], ARGV[1])
      redis.call('PEXPIRE', KEYS[1], ARGV[3])
      return 1
      """;

  private final RedisServer redis;

  GateStore(RedisServer redis) {
    this.redis = redis;
  }

  /// Lets somebody in, or says that they are still there.
  Future<Boolean> enter(String subject, String pass, int most, Duration length) {
    var request =
        Request.cmd(Command.EVAL)
            .arg(ENTER)
            .arg(1)
            .arg(key(subject))
            .arg(pass)
            .arg(most)
            .arg(length.toMillis());
    return redis.send(request).map(answer -> requireNonNull(answer.toInteger()) == 1);
  }

  Future<Void> leave(String subject, String pass) {
    return redis.send(Request.cmd(Command.ZREM).arg(key(subject)).arg(pass)).mapEmpty();
  }

  private static String key(String subject) {
    return "parley:gate:" + subject;
  }
}
