package dev.parley.metering.limit;

import static dev.parley.platform.config.ConfigFault.require;

import dev.parley.platform.config.Env;
import java.time.Duration;

/// How many requests anybody may make.
///
/// @param requests of one key, one person or, without either, one address, in each window
/// @param replicas among which the number is divided while Redis is away
public record LimitConfig(
    @Env("RATE_LIMIT_REQUESTS") int requests,
    @Env("RATE_LIMIT_WINDOW") Duration window,
    int replicas) {
  private static final int MOST = 1_000_000_000;
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofDays(1);

  public LimitConfig {
    require(requests >= 1 && requests <= MOST, "requests must be between 1 and 1000000000");
    require(
        window.compareTo(SHORTEST) >= 0 && window.compareTo(LONGEST) <= 0,
        "window must be between 1s and 1d");
    require(replicas >= 1, "replicas must be at least 1");
  }
}
