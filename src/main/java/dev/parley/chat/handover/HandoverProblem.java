package dev.parley.chat.handover;

import dev.parley.platform.http.Failure;

/// What can go wrong when a conversation changes hands.
public abstract sealed class HandoverProblem extends Failure {
  private static final long serialVersionUID = 1L;

  private HandoverProblem(int status, String code, String detail) {
    super(status, code, detail);
  }

  /// The conversation was never handed over, or is not any more.
  public static final class None extends HandoverProblem {
    private static final long serialVersionUID = 1L;

    public None() {
      super(404, "not_found", "Nobody asks for a person in this conversation.");
    }
  }

  /// Somebody else was faster.
  public static final class Taken extends HandoverProblem {
    private static final long serialVersionUID = 1L;

    public Taken() {
      super(
          409,
          "handover_taken",
          "The conversation has changed hands meanwhile. Look who has it now.");
    }
  }

  /// Only who has a conversation writes in it.
  public static final class NotYours extends HandoverProblem {
    private static final long serialVersionUID = 1L;

    public NotYours() {
      super(409, "handover_not_yours", "You do not have this conversation. Claim it first.");
    }
  }

  /// A person was asked for, so no model answers.
  public static final class WithPerson extends HandoverProblem {
    private static final long serialVersionUID = 1L;

    public WithPerson() {
      super(
          409,
          "handed_over",
          "A person answers here now. Write to them, or go back to the assistant first.");
    }
  }

  /// The key was used with another text.
  public static final class KeyMismatch extends HandoverProblem {
    private static final long serialVersionUID = 1L;

    public KeyMismatch() {
      super(
          422,
          "idempotency_mismatch",
          "This Idempotency-Key was used for another text in this conversation.");
    }
  }
}
