package dev.parley.chat;

import dev.parley.call.Call;
import dev.parley.chat.assistant.AssistantProblem;
import dev.parley.chat.assistant.AssistantShelf;
import dev.parley.chat.assistant.AssistantVersion;
import dev.parley.chat.conversation.ChatProblem;
import dev.parley.chat.conversation.Citation;
import dev.parley.chat.conversation.Conversations;
import dev.parley.chat.conversation.Message;
import dev.parley.chat.conversation.Owner;
import dev.parley.chat.conversation.TokenCounts;
import dev.parley.chat.conversation.TreeStore;
import dev.parley.chat.handover.HandoverProblem;
import dev.parley.chat.handover.OwnersView;
import dev.parley.chat.handover.People;
import dev.parley.chat.turn.LiveTurn;
import dev.parley.chat.turn.Turns;
import dev.parley.chat.turn.Turns.Asked;
import dev.parley.platform.http.Answer;
import dev.parley.platform.http.HttpProblem;
import dev.parley.platform.http.Json;
import dev.parley.platform.http.Problem.Offence;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.RouteGroup;
import dev.parley.platform.time.Stopwatch;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// `POST /ask`: one question, one answer, in a conversation of its own or one that goes on.
final class AskRoutes implements RouteGroup {
  private final AssistantShelf assistants;
  private final Conversations conversations;
  private final TreeStore tree;
  private final Turns turns;
  private final People people;

  AskRoutes(
      AssistantShelf assistants,
      Conversations conversations,
      TreeStore tree,
      Turns turns,
      People people) {
    this.assistants = assistants;
    this.conversations = conversations;
    this.tree = tree;
    this.turns = turns;
    this.people = people;
  }

  @Override
  public void addTo(Operations operations) {
    operations.on("ask", this::ask);
  }

  private Future<Answer> ask(Request request) {
    var watch = Stopwatch.start();
    var call = request.call();
    var body = request.body(Body.class);
    if (body.query().isBlank()) {
      return Future.failedFuture(
          new HttpProblem.Invalid(
              "The question is empty.", List.of(new Offence("/query", "must not be blank"))));
    }
    var key = request.header("Idempotency-Key");
    var asked =
        conversation(call, body, key)
            .compose(conversation ->
                turns.ask(call, conversation, Turns.Words.of(body.query()), null, key));
    var events = wantsEvents(request, body);
    return asked.compose(question ->
        switch (question) {
          case Asked.OfParley turn ->
              events
                  ? turns.follow(call, turn.turn().id(), 0).map(Answer.Events::new)
                  : whole(call, turn, watch);
          case Asked.OfPerson person -> toPerson(call, person, events, watch);
        });
  }

  /// A person will answer, whenever they do.
  private Future<Answer> toPerson(
      Call call, Asked.OfPerson asked, boolean events, Stopwatch watch) {
    var handover = asked.handover();
    if (handover == null) {
      return Future.failedFuture(new HandoverProblem.WithPerson());
    }
    return OwnersView.of(call, handover, people)
        .map(view -> {
          if (events) {
            return new Answer.Events(stream -> {
              stream.send(1, "handover", Json.text(view));
              stream.end();
            });
          }
          var conversation = handover.conversationId();
          return Answer.json(Whole.forPerson(asked.question(), conversation, watch.millis(), view));
        });
  }

  private Future<UUID> conversation(Call call, Body body, Optional<String> key) {
    var id = body.conversationId();
    var slug = body.assistant();
    if (id == null) {
      return conversations.begin(call, "", assistants.chosen(call, slug), key);
    }
    return slug == null
        ? Future.succeededFuture(id)
        : conversations
            .find(call, id)
            .compose(conversation ->
                slug.equals(conversation.assistantOr(AssistantVersion.DEFAULT))
                    ? Future.succeededFuture(id)
                    : Future.failedFuture(new AssistantProblem.Mismatch()));
  }

  private Future<Answer> whole(Call call, Asked.OfParley asked, Stopwatch watch) {
    var conversation = asked.turn().conversationId();
    return message(call, asked)
        .compose(message ->
            message.state() == Message.State.FAILED || message.state() == Message.State.INTERRUPTED
                ? Future.failedFuture(ChatProblem.of(message))
                : Future.succeededFuture(
                    Answer.json(Whole.of(message, conversation, watch.millis()))));
  }

  private Future<Message> message(Call call, Asked.OfParley asked) {
    var live = asked.live();
    live.ifPresent(LiveTurn::unattended);
    return live.isPresent()
        ? live.get().answer().future()
        : tree.find(call, Owner.of(call), asked.turn().conversationId(), asked.turn().answerId())
            .map(found -> found.orElseThrow(ChatProblem.TurnConflict::new));
  }

  private static boolean wantsEvents(Request request, Body body) {
    return Boolean.TRUE.equals(body.stream())
        || request
            .header("Accept")
            .filter(types -> types.contains("text/event-stream"))
            .isPresent();
  }

  private record Body(
      String query,
      @Nullable UUID conversationId,
      @Nullable String assistant,
      @Nullable Boolean stream) {}

  private record Whole(
      String answer,
      List<Citation> citations,
      UUID conversationId,
      UUID messageId,
      String model,
      TokenCounts usage,
      long latencyMs,
      @Nullable OwnersView handover) {
    static Whole forPerson(Message question, UUID conversation, long millis, OwnersView handover) {
      return new Whole(
          "",
          List.of(),
          conversation,
          question.id(),
          "person",
          new TokenCounts(0, 0, false),
          millis,
          handover);
    }

    static Whole of(Message message, UUID conversation, long millis) {
      return new Whole(
          message.text(),
          message.citations(),
          conversation,
          message.id(),
          Optional.ofNullable(message.model()).orElse("unknown"),
          Optional.ofNullable(message.usage()).orElse(new TokenCounts(0, 0, true)),
          millis,
          null);
    }
  }
}
