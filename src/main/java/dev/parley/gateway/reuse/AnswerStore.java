package dev.parley.gateway.reuse;

import dev.parley.platform.redis.RedisServer;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.time.Duration;
import java.util.Optional;

/// Answers that all replicas can read.
final class AnswerStore {
  private static final String PREFIX = "parley:answer:";

  private final RedisServer redis;

  AnswerStore(RedisServer redis) {
    this.redis = redis;
  }

  Future<Optional<StoredAnswer>> find(CacheKey key) {
    return redis
        .send(Request.cmd(Command.GET, PREFIX + key.hex()))
        .map(found -> Optional.of(StoredAnswer.decoded(found.toBuffer())))
        .otherwise(Optional.empty());
  }

  Future<Void> put(CacheKey key, Buffer encoded, Duration ttl) {
    return redis
        .send(
            Request.cmd(Command.SET)
                .arg(PREFIX + key.hex())
                .arg(encoded)
                .arg("PX")
                .arg(Long.toString(Math.max(1, ttl.toMillis()))))
        .mapEmpty();
  }
}
