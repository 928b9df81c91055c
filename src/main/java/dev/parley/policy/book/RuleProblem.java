package dev.parley.policy.book;

import dev.parley.platform.http.Failure;

/// What can go wrong with rules.
abstract sealed class RuleProblem extends Failure {
  private static final long serialVersionUID = 1L;

  private RuleProblem(int status, String code, String detail) {
    super(status, code, detail);
  }

  /// A rule of this name is there.
  static final class Taken extends RuleProblem {
    private static final long serialVersionUID = 1L;

    Taken(String name) {
      super(409, "name_taken", "There is already one called \"" + name + "\".");
    }
  }

  /// Somebody else was faster.
  static final class Changed extends RuleProblem {
    private static final long serialVersionUID = 1L;

    Changed() {
      super(409, "policy_changed", "Somebody else has changed this meanwhile. Look at it again.");
    }
  }
}
