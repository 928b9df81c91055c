package dev.parley.chat.evaluation;

import dev.parley.call.Call;
import dev.parley.chat.assistant.AssistantVersion;
import dev.parley.chat.assistant.Definition;
import dev.parley.chat.assistant.Drafts;
import dev.parley.chat.conversation.ChatProblem;
import dev.parley.chat.conversation.Citation;
import dev.parley.chat.conversation.Message;
import dev.parley.chat.conversation.TokenCounts;
import dev.parley.chat.turn.LiveTurn;
import dev.parley.chat.turn.Rehearsals;
import dev.parley.platform.http.Answer;
import dev.parley.platform.http.HttpProblem;
import dev.parley.platform.http.Problem.Offence;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.RouteGroup;
import dev.parley.platform.time.Stopwatch;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Asks a version of an assistant that need not be live. Only what it costs is kept.
final class TryRoutes implements RouteGroup {
  private final Drafts drafts;
  private final Rehearsals rehearsals;

  TryRoutes(Drafts drafts, Rehearsals rehearsals) {
    this.drafts = drafts;
    this.rehearsals = rehearsals;
  }

  @Override
  public void addTo(Operations operations) {
    operations.on("tryAssistant", this::attempt);
  }

  private Future<Answer> attempt(Request request) {
    var watch = Stopwatch.start();
    var call = request.call();
    var wanted = request.body(Attempt.class);
    var question = wanted.question().strip();
    if (question.isEmpty()) {
      throw new HttpProblem.Invalid(
          "The question is empty.", List.of(new Offence("/question", "must not be blank")));
    }
    return version(call, request.pathId("assistant_id"), wanted)
        .compose(version -> rehearsals.begin(call, version, question))
        .compose(live ->
            wantsEvents(request)
                ? Future.succeededFuture(new Answer.Events(rehearsals.telling(live)))
                : whole(live, watch));
  }

  private Future<AssistantVersion> version(Call call, UUID assistant, Attempt wanted) {
    var draft = wanted.definition();
    return draft == null
        ? drafts.version(call, assistant, wanted.version())
        : drafts.version(call, assistant, draft);
  }

  private static boolean wantsEvents(Request request) {
    return request
        .header("Accept")
        .filter(types -> types.contains("text/event-stream"))
        .isPresent();
  }

  private static Future<Answer> whole(LiveTurn live, Stopwatch watch) {
    return live.answer()
        .future()
        .compose(message ->
            message.state() == Message.State.FAILED || message.state() == Message.State.INTERRUPTED
                ? Future.failedFuture(ChatProblem.of(message))
                : Future.succeededFuture(Answer.json(Tried.of(message, watch.millis()))));
  }

  /// @param version null for the newest one
  /// @param definition that is asked in its place
  private record Attempt(
      String question, @Nullable Integer version, @Nullable Definition definition) {}

  private record Tried(
      String answer, List<Citation> citations, String model, TokenCounts usage, long latencyMs) {
    static Tried of(Message message, long millis) {
      return new Tried(
          message.text(),
          message.citations(),
          Optional.ofNullable(message.model()).orElse("unknown"),
          Optional.ofNullable(message.usage()).orElse(TokenCounts.NONE),
          millis);
    }
  }
}
