package dev.parley.metering.budget;

import dev.parley.platform.http.Failure;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What budgets refuse.
public abstract sealed class BudgetProblem extends Failure {
  private static final long serialVersionUID = 1L;

  private BudgetProblem(int status, String code, String detail) {
    super(status, code, detail);
  }

  /// The money is used up, or kept for calls that are under way.
  public static final class Exhausted extends BudgetProblem {
    private static final long serialVersionUID = 1L;
    private final @Nullable Duration wait;

    /// @param wait until there may be money again; null when only somebody who raises the budget
    ///   can help
    public Exhausted(@Nullable Duration wait) {
      super(429, "budget_exhausted", "The budget for this is used up.");
      this.wait = wait;
    }

    @Override
    public boolean retryable() {
      return wait != null;
    }

    @Override
    public Optional<Duration> retryAfter() {
      return Optional.ofNullable(wait);
    }
  }

  /// Somebody with a budget asks a model whose price nobody knows.
  public static final class Unpriced extends BudgetProblem {
    private static final long serialVersionUID = 1L;

    public Unpriced(String provider, String model) {
      super(
          403,
          "model_unpriced",
          "The model %s of %s has no price, so it cannot be used under a budget."
              .formatted(model, provider));
    }
  }
}
