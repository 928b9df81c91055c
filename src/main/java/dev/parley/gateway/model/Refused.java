package dev.parley.gateway.model;

import dev.parley.gateway.spi.ProviderFailure;
import dev.parley.gateway.spi.ProviderFailure.Kind;
import dev.parley.metering.budget.BudgetProblem;
import dev.parley.metering.limit.LimitProblem;
import org.jspecify.annotations.Nullable;

/// Why an attempt was not made: metering would not have it.
final class Refused {
  private Refused() {}

  static ProviderFailure by(@Nullable Throwable refusal) {
    return switch (refusal) {
      case BudgetProblem.Exhausted exhausted ->
          new ProviderFailure(
              Kind.BUDGET_EXHAUSTED, exhausted.detail(), exhausted.retryAfter().orElse(null), null);
      case LimitProblem limit ->
          new ProviderFailure(Kind.LIMITED, limit.detail(), limit.retryAfter().orElse(null), null);
      case BudgetProblem.Unpriced unpriced -> ProviderFailure.of(Kind.UNPRICED, unpriced.detail());
      case null, default ->
          ProviderFailure.of(Kind.OVERLOADED, "what is left of the budget is not known right now");
    };
  }
}
