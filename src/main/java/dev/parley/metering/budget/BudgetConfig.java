package dev.parley.metering.budget;

import static dev.parley.platform.config.ConfigFault.require;

import java.time.Duration;

/// How money is handed out to replicas.
///
/// @param lease how long a replica that is not heard of keeps what it took
/// @param idle how long it keeps what nobody asks for
public record BudgetConfig(Duration lease, Duration idle) {
  private static final Duration SHORTEST = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofMinutes(10);

  public BudgetConfig {
    require(
        lease.compareTo(SHORTEST) >= 0 && lease.compareTo(LONGEST) <= 0,
        "lease must be between 500ms and 10m");
    require(
        idle.isPositive() && idle.compareTo(lease) < 0, "idle must be positive and below lease");
  }

  /// A replica is heard of so often.
  Duration heartbeat() {
    return lease.dividedBy(6);
  }

  /// How much earlier than the database a replica takes its lease for over.
  Duration margin() {
    return lease.dividedBy(10);
  }
}
