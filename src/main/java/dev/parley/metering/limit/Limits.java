package dev.parley.metering.limit;

import dev.parley.platform.ids.Ids;
import dev.parley.platform.redis.RedisServer;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The door of limits: what counts requests, with the numbers of the configuration, and tokens and
/// calls under way.
public final class Limits {
  private final Limiter limiter;
  private final TokenLimiter tokens;
  private final Gate gate;
  private final LimitConfig config;

  private Limits(Limiter limiter, TokenLimiter tokens, Gate gate, LimitConfig config) {
    this.limiter = limiter;
    this.tokens = tokens;
    this.gate = gate;
    this.config = config;
  }

  /// Counts in this process, or with Redis in all replicas together.
  ///
  /// @param clock that is never set back
  public static Limits of(LimitConfig config, @Nullable RedisServer redis, InstantSource clock) {
    var requests = new LocalLimiter(clock);
    var tokens = new LocalTokens(clock);
    var gate = new LocalGate();
    if (redis == null) {
      return new Limits(requests, tokens, gate, config);
    }
    var replicas = config.replicas();
    return new Limits(
        new SharedLimiter(new QuotaStore(redis), requests, replicas, clock),
        new SharedTokens(new TokenStore(redis), tokens, replicas),
        new SharedGate(new GateStore(redis), gate, replicas, new Ids(clock)),
        config);
  }

  /// Takes one request of the subject.
  ///
  /// @param own requests per window, where the subject has a limit of its own
  public Future<Verdict> take(String subject, Optional<Integer> own) {
    return limiter.take(subject, own.orElse(config.requests()), config.window());
  }

  /// Takes tokens of the subject, all or none. Never fails.
  ///
  /// @param estimate put right with [Tokens#correct] when the number is known
  /// @param limit tokens in each window
  public Future<Tokens> takeTokens(String subject, long estimate, long limit, Duration window) {
    return tokens.take(subject, estimate, limit, window);
  }

  /// Lets so many calls of a subject run at once.
  public Gate gate() {
    return gate;
  }
}
