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
}
