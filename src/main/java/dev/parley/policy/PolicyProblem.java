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
