package dev.parley.chat.evaluation;

import dev.parley.platform.http.Failure;

/// What can go wrong with cases and runs.
abstract sealed class EvaluationProblem extends Failure {
  private static final long serialVersionUID = 1L;

  private EvaluationProblem(String code, String detail) {
    super(409, code, detail);
  }

  /// One run at a time.
  static final class Running extends EvaluationProblem {
    private static final long serialVersionUID = 1L;

    Running() {
      super("run_running", "The cases are being asked already. Wait for the end, or stop it.");
    }
  }

  /// Nothing can be asked.
  static final class NoCases extends EvaluationProblem {
    private static final long serialVersionUID = 1L;

    NoCases() {
      super("no_cases", "There are no cases to be asked.");
    }
  }

  /// There is no room for another one.
  static final class TooMany extends EvaluationProblem {
    private static final long serialVersionUID = 1L;

    TooMany() {
      super("too_many_cases", "An assistant can have 200 cases.");
    }
  }
}
