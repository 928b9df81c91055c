package dev.parley.policy;

import dev.parley.policy.rule.Where;
import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.Counter;

/// What rules did.
final class PolicyMetrics {
  private final Counter decisions;

  PolicyMetrics(CollectorRegistry registry) {
    decisions =
        Counter.build("policy_decisions_total", "Texts that rules did something about.")
            .labelNames("where", "action")
            .register(registry);
  }

  /// @param action `deny`, `redact`, `route`, `hand_over`, or `doubt` where nobody could decide
  void decided(Where where, String action) {
    decisions.labels(where.wireName(), action).inc();
  }
}
