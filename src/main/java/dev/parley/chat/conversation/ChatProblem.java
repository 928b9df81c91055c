package dev.parley.chat.conversation;

import dev.parley.gateway.spi.ProviderFailure;
import dev.parley.platform.http.Failure;

/// What can go wrong in a conversation.
public abstract sealed class ChatProblem extends Failure {
  private static final long serialVersionUID = 1L;

  private ChatProblem(int status, String code, String detail) {
    super(status, code, detail);
  }

  /// The problem that a provider's failure is to the person who asked.
  public static ChatProblem of(ProviderFailure failure) {
    var detail = failure.detail();
    return switch (failure.kind()) {
      case UNREACHABLE, UNAUTHORIZED, QUOTA_EXHAUSTED, REJECTED, CONTEXT_TOO_LONG, MALFORMED ->
          new ModelFailed(502, "provider_error", detail);
      case RATE_LIMITED -> new ModelFailed(503, "provider_rate_limited", detail);
      case OVERLOADED -> new ModelFailed(503, "provider_overloaded", detail);
      case TIMEOUT -> new ModelFailed(504, "provider_timeout", detail);
      case LIMITED -> new ModelFailed(429, "rate_limited", detail);
      case BUDGET_EXHAUSTED -> new ModelFailed(429, "budget_exhausted", detail);
      case UNPRICED -> new ModelFailed(403, "model_unpriced", detail);
      case INTERRUPTED -> new ModelFailed(502, "stream_interrupted", detail);
    };
  }

  /// The problem that a stored answer failed with, as the answer of a later request.
  public static ChatProblem of(Message message) {
    var problem = message.problem();
    return problem == null
        ? new Interrupted()
        : new ModelFailed(problem.status(), problem.code(), problem.detail());
  }

  /// The problem of a model that wants one tool after the other, and says nothing.
  public static ChatProblem endlessTools() {
    return new ModelFailed(
        502, "provider_error", "The model asked for tools again and again, and gave no answer.");
  }

  /// A conversation answers one question at a time.
  public static final class TurnConflict extends ChatProblem {
    private static final long serialVersionUID = 1L;

    public TurnConflict() {
      super(
          409,
          "turn_conflict",
          "An answer is still being written in this conversation. Wait for it, or stop it.");
    }
  }

  /// Nothing waits for this decision.
  public static final class NotWaiting extends ChatProblem {
    private static final long serialVersionUID = 1L;

    public NotWaiting() {
      super(
          409,
          "tool_call_not_waiting",
          "This call does not wait for a decision, or does so no more.");
    }
  }

  /// The key was used with another question.
  public static final class IdempotencyMismatch extends ChatProblem {
    private static final long serialVersionUID = 1L;

    public IdempotencyMismatch() {
      super(
          422,
          "idempotency_mismatch",
          "This Idempotency-Key was used for another question in this conversation.");
    }
  }

  /// The process that wrote the answer ended before it was done.
  public static final class Interrupted extends ChatProblem {
    private static final long serialVersionUID = 1L;

    public Interrupted() {
      super(503, "stream_interrupted", "The answer was interrupted. Ask again to get a whole one.");
    }
  }

  /// No model could answer.
  public static final class ModelFailed extends ChatProblem {
    private static final long serialVersionUID = 1L;

    /// @param code one of the `provider_…` codes
    public ModelFailed(int status, String code, String detail) {
      super(status, code, detail);
    }
  }
}
