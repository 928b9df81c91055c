package dev.parley.chat.log;

import dev.parley.chat.conversation.Citation;
import dev.parley.chat.conversation.TokenCounts;
import dev.parley.platform.http.ProblemBody;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What happens in a turn, as its readers see it. The names on the wire are those of the records in
/// lower case; the fields are the schema of that name in `openapi.yaml`.
public sealed interface TurnEvent {

  /// The first event of every turn.
  record Started(UUID turnId, UUID conversationId, UUID questionId, UUID answerId)
      implements TurnEvent {}

  /// Another replica begins the answer anew, because the one that was writing it is gone. What was
  /// told before is void.
  ///
  /// @param attempt from 2
  record Attempt(int attempt) implements TurnEvent {}

  /// What is being done now.
  ///
  /// @param bases with `SEARCHING`: how many knowledge bases
  record Status(Phase phase, @Nullable Integer bases) implements TurnEvent {}

  /// The passages the answer may use.
  ///
  /// @param query what was looked up, when that is not the question as it was asked
  record Retrieved(List<Found> passages, @Nullable String query) implements TurnEvent {}

  /// The next piece of the answer; never empty.
  record Delta(String text) implements TurnEvent {}

  /// Stands before the delta that holds its number.
  record Cited(Citation citation) implements TurnEvent {}

  /// A tool that the model wants used, and again when that goes on.
  ///
  /// @param callId counted from 1 in the turn
  /// @param tool its name
  /// @param arguments exactly those that it is given, as JSON
  /// @param sideEffect whether it changes something
  record ToolCalled(int callId, String tool, String arguments, boolean sideEffect, CallState state)
      implements TurnEvent {}

  /// What became of it.
  ///
  /// @param text what the model reads; the beginning of it
  /// @param ms how long the tool took
  record ToolAnswered(int callId, String tool, CallOutcome outcome, String text, long ms)
      implements TurnEvent {}

  /// What the answer cost.
  record Used(String model, TokenCounts usage) implements TurnEvent {}

  /// A person was asked, and the conversation waits for one.
  ///
  /// @param askedBy `tool` or `rule`
  record HandedOver(String askedBy) implements TurnEvent {}

  /// The answer is stored. Terminal.
  ///
  /// @param title the conversation's, when this turn gave it one
  record Completed(UUID messageId, String finishReason, @Nullable String title)
      implements TurnEvent {}

  /// No answer, or part of one. Terminal.
  record Failed(ProblemBody problem) implements TurnEvent {}

  /// Stopped by the reader; what was written is stored. Terminal.
  ///
  /// @param messageId null when a person took the conversation over: then nothing is stored
  record Cancelled(@Nullable UUID messageId) implements TurnEvent {}

  /// What a turn can be busy with.
  enum Phase {
    SEARCHING,
    WRITING
  }

  /// How far a use of a tool is.
  enum CallState {
    /// Somebody has to allow it first.
    WAITING,
    RUNNING,
    /// It is not used: there is no such tool, it does not fit, or a rule is against it.
    REFUSED
  }

  /// What became of a use of a tool.
  enum CallOutcome {
    OK,
    ERROR,
    /// Nobody has allowed it.
    DECLINED,
    REFUSED
  }

  /// A passage that was found.
  record Found(
      UUID documentId,
      String title,
      @Nullable String url,
      List<String> headingPath,
      @Nullable Integer page,
      double score) {}

  /// The name of the event on the wire.
  default String wireName() {
    return switch (this) {
      case Started _ -> "started";
      case Attempt _ -> "attempt";
      case Status _ -> "status";
      case Retrieved _ -> "retrieved";
      case Delta _ -> "delta";
      case Cited _ -> "citation";
      case ToolCalled _ -> "tool_call";
      case ToolAnswered _ -> "tool_result";
      case Used _ -> "usage";
      case HandedOver _ -> "handover";
      case Completed _ -> "completed";
      case Failed _ -> "failed";
      case Cancelled _ -> "cancelled";
    };
  }

  /// Whether nothing comes after it.
  default boolean terminal() {
    return switch (this) {
      case Completed _, Failed _, Cancelled _ -> true;
      case Started _,
          Attempt _,
          Status _,
          Retrieved _,
          Delta _,
          Cited _,
          ToolCalled _,
          ToolAnswered _,
          Used _,
          HandedOver _ ->
          false;
    };
  }
}
