package dev.parley.policy;

import dev.parley.platform.http.Failure;
import org.jspecify.annotations.Nullable;

/// Why a text does not go on.
public abstract sealed class PolicyProblem extends Failure {
  private static final long serialVersionUID = 1L;

  private PolicyProblem(int status, String code, String detail) {
    super(status, code, detail);
  }

  /// A rule, or the service that decides, does not allow it.
  public static final class Denied extends PolicyProblem {
    private static final long serialVersionUID = 1L;

    /// @param reason as an administrator put it; null for none
    public Denied(@Nullable String reason) {
      super(
          403,
          "policy_denied",
          reason == null || reason.isBlank()
              ? "A rule of this workspace does not allow it."
              : reason);
    }
  }

  /// A rule, or the service that decides, sends it to a model that is not there. It goes to no
  /// other one: the rule may be there to keep it from them.
  public static final class Misrouted extends PolicyProblem {
    private static final long serialVersionUID = 1L;

    public Misrouted() {
      super(
          503,
          "policy_misrouted",
          "A rule of this workspace sends it to a model that is not there."
              + " Ask an administrator to mend the rule.");
    }
  }

  /// Nobody could decide, and in doubt nothing goes on.
  public static final class Undecided extends PolicyProblem {
    private static final long serialVersionUID = 1L;

    public Undecided() {
      super(
          503,
          "policy_undecided",
          "What decides whether this is allowed does not answer. Try again in a moment.");
    }
  }
}
