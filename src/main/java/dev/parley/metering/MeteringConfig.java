package dev.parley.metering;

import static dev.parley.platform.config.ConfigFault.require;

import dev.parley.metering.budget.BudgetConfig;
import java.time.Duration;

/// What is done about money.
///
/// @param budgets how it is handed out to replicas
/// @param outboxRetention how long events wait for a consumer; 0 where nobody takes any
public record MeteringConfig(BudgetConfig budgets, Duration outboxRetention) {
  private static final Duration LONGEST = Duration.ofDays(30);

  public MeteringConfig {
    require(
        !outboxRetention.isNegative() && outboxRetention.compareTo(LONGEST) <= 0,
        "outbox-retention must be between 0s and 30d");
  }

  /// Whether others are told of usage.
  boolean told() {
    return outboxRetention.isPositive();
  }
}
