package dev.parley.policy;

import static dev.parley.platform.config.ConfigFault.require;

import dev.parley.platform.config.Env;
import java.time.Duration;

/// Another service that decides about what is asked, beside the rules.
///
/// @param decisionUrl where it is, without a path; empty for none
/// @param decisionPath of the document in its data API
/// @param decisionTimeout for one decision
/// @param onDoubt what holds when it does not answer in time, or not in its form
public record PolicyConfig(
    @Env("POLICY_DECISION_URL") String decisionUrl,
    @Env("POLICY_DECISION_PATH") String decisionPath,
    Duration decisionTimeout,
    OnDoubt onDoubt) {
  private static final Duration LONGEST = Duration.ofSeconds(30);

  /// What holds without a decision.
  public enum OnDoubt {
    DENY,
    ALLOW
  }

  public PolicyConfig {
    require(
        decisionUrl.isEmpty() || decisionUrl.matches("https?://[^/\\s]+"),
        "decision-url must be an address without a path, such as https://opa.example.org");
    require(
        decisionPath.matches("[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*"),
        "decision-path must be names with / between them");
    require(
        decisionTimeout.isPositive() && decisionTimeout.compareTo(LONGEST) <= 0,
        "decision-timeout must be between 1ms and 30s");
  }
}
