package dev.parley.metering.limit;

import dev.parley.platform.http.Failure;
import java.time.Duration;
import java.util.Optional;

/// What limits refuse.
public abstract sealed class LimitProblem extends Failure {
  private static final long serialVersionUID = 1L;

  private LimitProblem(String code, String detail) {
    super(429, code, detail);
  }

  /// Too many requests in too short a time.
  public static final class RateLimited extends LimitProblem {
    private static final long serialVersionUID = 1L;
    private final Duration wait;

    public RateLimited(Verdict verdict) {
      super(
          "rate_limited",
          "More than the %d requests that may be made at once. Slow down, and try again later."
              .formatted(verdict.limit()));
      this.wait = verdict.resetAfter();
    }

    @Override
    public Optional<Duration> retryAfter() {
      return Optional.of(wait);
    }
  }

  /// Too many tokens in too short a time.
  public static final class TokensLimited extends LimitProblem {
    private static final long serialVersionUID = 1L;
    private final Duration wait;

    public TokensLimited(long limit, Duration wait) {
      super(
          "rate_limited",
          "More than the %d tokens that may be used in this time. Try again later."
              .formatted(limit));
      this.wait = wait;
    }

    @Override
    public Optional<Duration> retryAfter() {
      return Optional.of(wait);
    }
  }

  /// Too many calls at once.
  public static final class ConcurrencyLimited extends LimitProblem {
    private static final long serialVersionUID = 1L;

    public ConcurrencyLimited(int most) {
      super(
          "concurrency_limited",
          "More than the %d calls that may run at once. Try again when one has ended."
              .formatted(most));
    }

    @Override
    public Optional<Duration> retryAfter() {
      return Optional.of(Duration.ofSeconds(1));
    }
  }
}
