package dev.parley.chat.turn;

import dev.parley.call.Call;
import dev.parley.chat.conversation.Citation;
import dev.parley.chat.conversation.Message;
import dev.parley.chat.conversation.TokenCounts;
import dev.parley.chat.log.TurnEvent;
import dev.parley.gateway.spi.FinishReason;
import dev.parley.platform.http.HttpProblem;
import dev.parley.platform.http.Problem;
import dev.parley.platform.http.ProblemBody;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How an answer ended.
///
/// @param usage null when no model was asked
/// @param reason of the model
/// @param problem why it failed
record Ending(
    Turn.State state,
    Written written,
    @Nullable TokenCounts usage,
    FinishReason reason,
    @Nullable ProblemBody problem) {

  /// The answer as it is stored.
  Message message(LiveTurn live, Instant now) {
    var text = written.text().strip();
    var kept =
        switch (state) {
          case COMPLETED -> Message.State.COMPLETE;
          case CANCELLED -> Message.State.CANCELLED;
          case FAILED, RUNNING -> text.isEmpty() ? Message.State.FAILED : Message.State.INTERRUPTED;
        };
    return new Message(
        live.turn().answerId(),
        live.turn().questionId(),
        Message.Role.ASSISTANT,
        text,
        kept,
        now,
        live.id(),
        written.model(),
        written.citations(),
        usage,
        problem,
        null);
  }

  /// What readers hear last.
  TurnEvent terminal(Call call, Message answer) {
    return switch (state) {
      case COMPLETED ->
          new TurnEvent.Completed(answer.id(), reason.name().toLowerCase(Locale.ROOT), null);
      case CANCELLED -> new TurnEvent.Cancelled(answer.id());
      case FAILED, RUNNING ->
          new TurnEvent.Failed(
              problem == null ? body(call, new HttpProblem.Unexpected()) : problem);
    };
  }

  static ProblemBody body(Call call, Problem problem) {
    return ProblemBody.of(problem, call.id(), "/api/v1/chat/turns");
  }

  /// What there is of an answer.
  ///
  /// @param model null when none was asked
  record Written(String text, List<Citation> citations, @Nullable String model) {
    Ending failed(@Nullable TokenCounts usage, ProblemBody problem) {
      return new Ending(Turn.State.FAILED, this, usage, FinishReason.STOP, problem);
    }
  }
}
