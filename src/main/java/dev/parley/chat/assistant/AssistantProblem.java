package dev.parley.chat.assistant;

import dev.parley.platform.http.Failure;

/// What can go wrong with assistants.
public abstract sealed class AssistantProblem extends Failure {
  private static final long serialVersionUID = 1L;

  private AssistantProblem(int status, String code, String detail) {
    super(status, code, detail);
  }

  /// Nobody answers under this name.
  public static final class Unknown extends AssistantProblem {
    private static final long serialVersionUID = 1L;

    public Unknown(String slug) {
      super(404, "assistant_unknown", "There is no assistant called \"" + slug + "\".");
    }
  }

  /// The conversation has another one.
  public static final class Mismatch extends AssistantProblem {
    private static final long serialVersionUID = 1L;

    public Mismatch() {
      super(
          409,
          "assistant_mismatch",
          "This conversation has another assistant. Begin a new one to ask that one.");
    }
  }

  /// Somebody else was faster.
  static final class Changed extends AssistantProblem {
    private static final long serialVersionUID = 1L;

    Changed() {
      super(
          409, "assistant_changed", "Somebody else has changed this meanwhile. Look at it again.");
    }
  }

  /// There is no room for another one.
  static final class TooMany extends AssistantProblem {
    private static final long serialVersionUID = 1L;

    TooMany() {
      super(
          409,
          "too_many_assistants",
          "There can be 100 assistants, and 1,000 with those that are archived.");
    }
  }
}
