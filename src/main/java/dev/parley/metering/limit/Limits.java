package dev.parley.metering.limit;

import dev.parley.platform.redis.RedisServer;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The door of limits: the limiter, with the numbers of the configuration.
public final class Limits {
  private final Limiter limiter;
  private final LimitConfig config;

  private Limits(Limiter limiter, LimitConfig config) {
    this.limiter = limiter;
    this.config = config;
  }

  /// Counts in this process, or with Redis in all replicas together.
  ///
  /// @param clock that is never set back
  public static Limits of(LimitConfig config, @Nullable RedisServer redis, InstantSource clock) {
    var local = new LocalLimiter(clock);
    var limiter =
        redis == null
            ? local
            : new SharedLimiter(new QuotaStore(redis), local, config.replicas(), clock);
    return new Limits(limiter, config);
  }

  /// Takes one request of the subject.
  ///
  /// @param own requests per window, where the subject has a limit of its own
  public Future<Verdict> take(String subject, Optional<Integer> own) {
    return limiter.take(subject, own.orElse(config.requests()), config.window());
  }
}
