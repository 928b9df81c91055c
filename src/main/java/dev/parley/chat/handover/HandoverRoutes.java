package dev.parley.chat.handover;

import dev.parley.call.Call;
import dev.parley.chat.conversation.Conversations;
import dev.parley.chat.handover.ConversationReader.Place;
import dev.parley.chat.handover.Handover.By;
import dev.parley.chat.handover.Presence.Side;
import dev.parley.platform.http.Answer;
import dev.parley.platform.http.EventStream;
import dev.parley.platform.http.HttpProblem;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.RouteGroup;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the owner of a conversation does when they want a person.
final class HandoverRoutes implements RouteGroup {
  private final Conversations conversations;
  private final Handovers handovers;
  private final PresenceBoard board;
  private final ConversationReader.Needs reading;
  private final Vertx vertx;

  HandoverRoutes(
      Conversations conversations,
      Handovers handovers,
      PresenceBoard board,
      ConversationReader.Needs reading,
      Vertx vertx) {
    this.conversations = conversations;
    this.handovers = handovers;
    this.board = board;
    this.reading = reading;
    this.vertx = vertx;
  }

  @Override
  public void addTo(Operations operations) {
    operations.on("askForPerson", this::ask);
    operations.on("withdrawHandover", this::withdraw);
    operations.on("readConversationEvents", this::events);
    operations.on("showTyping", this::typing);
  }

  private Future<Answer> ask(Request request) {
    var call = request.call();
    var wish = request.body(Wanted.class);
    var reason = Optional.ofNullable(wish.reason()).orElse("");
    var page = Optional.ofNullable(wish.page()).orElse("");
    return handovers
        .ask(call, request.pathId("conversation_id"), By.USER, reason, page)
        .compose(handover -> view(call, handover))
        .map(Answer::json);
  }

  private Future<OwnersView> view(Call call, Handover handover) {
    return OwnersView.of(call, handover, reading.people());
  }

  private Future<Answer> withdraw(Request request) {
    return handovers
        .withdraw(request.call(), request.pathId("conversation_id"))
        .map(_ -> Answer.noContent());
  }

  private Future<Answer> events(Request request) {
    var call = request.call();
    var seen = request.header("Last-Event-ID").map(HandoverRoutes::number).orElse(0);
    return conversations
        .find(call, request.pathId("conversation_id"))
        .map(found -> new Answer.Events(stream -> follow(call, found.id(), seen, stream)));
  }

  private void follow(Call call, UUID conversation, int seen, EventStream stream) {
    var place = new Place(conversation, seen);
    ConversationReader.start(reading, call, place, stream, vertx.getOrCreateContext());
  }

  private Future<Answer> typing(Request request) {
    var call = request.call();
    var typing = request.body(Shown.class).typing();
    return conversations
        .find(call, request.pathId("conversation_id"))
        .compose(found -> board.show(call, found.id(), Side.USER, typing))
        .map(_ -> Answer.noContent());
  }

  private static int number(String text) {
    try {
      return Math.max(0, Integer.parseInt(text.strip()));
    } catch (NumberFormatException _) {
      throw new HttpProblem.Invalid("Last-Event-ID is not the id of an event.", List.of());
    }
  }

  private record Wanted(@Nullable String reason, @Nullable String page) {}

  private record Shown(boolean typing) {}
}
