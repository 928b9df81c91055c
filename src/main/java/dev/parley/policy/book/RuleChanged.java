package dev.parley.policy.book;

import dev.parley.platform.http.Failure;

/// Somebody else was faster.
final class RuleChanged extends Failure {
  private static final long serialVersionUID = 1L;

  RuleChanged() {
    super(409, "policy_changed", "Somebody else has changed this meanwhile. Look at it again.");
  }
}
