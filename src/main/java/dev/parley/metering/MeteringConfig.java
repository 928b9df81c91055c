package dev.parley.metering;

import static dev.parley.platform.config.ConfigFault.require;

import dev.parley.metering.budget.BudgetConfig;
import dev.parley.platform.config.Env;
import java.time.Duration;

/// What is done about money.
///
/// @param budgets how it is handed out to replicas
/// @param durableIn where usage stands before an answer ends
/// @param outboxRetention how long events wait for a consumer; 0 where nobody takes any
public record MeteringConfig(
    BudgetConfig budgets, @Env("USAGE_DURABLE_IN") DurableIn durableIn, Duration outboxRetention) {
  private static final Duration LONGEST = Duration.ofDays(30);

  /// Where usage outlives what may happen.
  public enum DurableIn {
    /// The end of this process and of its machine.
    DATABASE,
    /// The end of this process alone: answers do not wait for the database.
    JOURNAL
  }

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
