package dev.parley.gateway.reuse;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.platform.redis.RedisServer;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whole answers of the past: in this process, and with Redis in all of them. A cache that fails is
/// a cache without the answer. Safe from any thread.
final class AnswerCache {
  private static final long MOST_BYTES = 64L << 20;
  private static final int LONGEST = 4 << 20;

  private final Cache<CacheKey, StoredAnswer> near;
  private final @Nullable AnswerStore far;
  private final Duration ttl;
  private final InstantSource clock;

  /// @param ttl zero for a cache that is always empty
  AnswerCache(Duration ttl, @Nullable RedisServer redis, InstantSource clock) {
    this.ttl = ttl;
    this.clock = clock;
    this.far = redis == null ? null : new AnswerStore(redis);
    this.near =
        Caffeine.newBuilder()
            .expireAfterWrite(ttl)
            .maximumWeight(MOST_BYTES)
            .<CacheKey, StoredAnswer>weigher((_, answer) -> 200 + answer.bytes().length())
            .build();
  }

  boolean isOn() {
    return ttl.isPositive();
  }

  /// The answer, where this process has it.
  Optional<StoredAnswer> near(CacheKey key, long maxAgeSeconds) {
    return Optional.ofNullable(near.getIfPresent(key))
        .filter(answer -> answer.isYoungerThan(maxAgeSeconds, clock.millis()));
  }

  /// The answer, unless it is too old. Never fails.
  ///
  /// @param maxAgeSeconds 0 for any age
  Future<Optional<StoredAnswer>> find(CacheKey key, long maxAgeSeconds) {
    var now = clock.millis();
    var found = near.getIfPresent(key);
    if (found != null || far == null) {
      return Future.succeededFuture(
          Optional.ofNullable(found).filter(answer -> answer.isYoungerThan(maxAgeSeconds, now)));
    }
    return far.find(key)
        .map(answer -> {
          answer.ifPresent(one -> near.put(key, one));
          return answer.filter(one -> one.isYoungerThan(maxAgeSeconds, now));
        });
  }

  void put(CacheKey key, StoredAnswer answer) {
    if (answer.bytes().length() > LONGEST) {
      return;
    }
    near.put(key, answer);
    if (far != null) {
      var _ = far.put(key, answer.encoded(), ttl); // another replica asks again if this fails
    }
  }
}
