package dev.parley.chat;

import dev.parley.call.Call;
import dev.parley.chat.assistant.AssistantShelf;
import dev.parley.chat.attachment.AttachmentStore;
import dev.parley.chat.attachment.AttachmentStore.OfMessage;
import dev.parley.chat.conversation.Branches;
import dev.parley.chat.conversation.Conversation;
import dev.parley.chat.conversation.ConversationStore;
import dev.parley.chat.conversation.ConversationStore.Filter;
import dev.parley.chat.conversation.Conversations;
import dev.parley.chat.conversation.Message;
import dev.parley.chat.conversation.Owner;
import dev.parley.chat.conversation.WordSearch;
import dev.parley.chat.feedback.Feedback;
import dev.parley.chat.feedback.FeedbackStore;
import dev.parley.chat.handover.HandingOver;
import dev.parley.chat.handover.Handover;
import dev.parley.chat.handover.OwnersView;
import dev.parley.chat.handover.People;
import dev.parley.chat.turn.Turn;
import dev.parley.chat.turn.Turns;
import dev.parley.platform.http.Answer;
import dev.parley.platform.http.Cursor;
import dev.parley.platform.http.HttpProblem;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.RouteGroup;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Operations on conversations and turns.
final class ChatRoutes implements RouteGroup {
  private static final int PAGE = 50;

  private final AssistantShelf assistants;
  private final Conversations conversations;
  private final ConversationStore store;
  private final WordSearch search;
  private final Branches branches;
  private final FeedbackStore feedback;
  private final AttachmentStore attachments;
  private final Turns turns;
  private final HandingOver handing;

  ChatRoutes(
      AssistantShelf assistants,
      Conversations conversations,
      ConversationStore store,
      Branches branches,
      FeedbackStore feedback,
      AttachmentStore attachments,
      Turns turns,
      HandingOver handing) {
    this.assistants = assistants;
    this.conversations = conversations;
    this.store = store;
    this.search = new WordSearch(store);
    this.branches = branches;
    this.feedback = feedback;
    this.attachments = attachments;
    this.turns = turns;
    this.handing = handing;
  }

  @Override
  public void addTo(Operations operations) {
    operations.on("listConversations", this::list);
    operations.on("createConversation", this::create);
    operations.on("getConversation", this::get);
    operations.on("changeConversation", this::change);
    operations.on("deleteConversation", this::delete);
    operations.on("postMessage", this::post);
    operations.on("editMessage", this::edit);
    operations.on("regenerateAnswer", this::regenerate);
    operations.on("showBranch", this::choose);
    operations.on("getTurn", this::turn);
    operations.on("readTurnEvents", this::events);
    operations.on("cancelTurn", this::cancel);
    operations.on("decideToolCall", this::decide);
  }

  private Future<Answer> list(Request request) {
    var call = request.call();
    var limit = request.query("limit").map(Integer::parseInt).orElse(PAGE);
    var before = request.query("before").map(Cursor::read).orElse(null);
    var archived = request.query("archived").map(Boolean::parseBoolean).orElse(false);
    var filter = new Filter(Owner.of(call), request.query("q").orElse(null), archived);
    return search
        .find(call, filter, before, limit + 1)
        .map(found -> {
          var page = found.size() > limit ? found.subList(0, limit) : found;
          var next = found.size() > limit ? cursor(page.getLast()).text() : null;
          return Answer.json(new Page(page, next));
        });
  }

  private Future<Answer> create(Request request) {
    var call = request.call();
    var wanted = request.body(Wanted.class);
    var title = Optional.ofNullable(wanted.title()).orElse("");
    var assistant = assistants.chosen(call, wanted.assistant());
    return conversations
        .begin(call, title, assistant, request.header("Idempotency-Key"))
        .compose(id -> conversations.find(call, id))
        .map(Answer::created);
  }

  private Future<Answer> get(Request request) {
    var call = request.call();
    return conversations
        .find(call, request.pathId("conversation_id"))
        .compose(conversation -> detail(call, conversation))
        .map(Answer::json);
  }

  private Future<Detail> detail(Call call, Conversation conversation) {
    var messages = store.messages(call, conversation.id());
    var judged = feedback.of(call, conversation.id());
    var shown = attachments.of(call, conversation.id());
    var turn = running(call, conversation);
    var handover = handover(call, conversation);
    return Future.all(messages, judged, shown, turn, handover)
        .compose(
            _ -> handing.people().named(call, messages.result().stream().map(Message::authorId)))
        .map(people ->
            new Detail(
                conversation,
                messages.result(),
                judged.result(),
                shown.result(),
                turn.result().orElse(null),
                handover.result().orElse(null),
                people));
  }

  /// Where nothing has happened between people there is none.
  private Future<Optional<OwnersView>> handover(Call call, Conversation conversation) {
    return conversation.lastHappening() == 0
        ? Future.succeededFuture(Optional.empty())
        : handing.handovers().active(call, conversation.id()).compose(found -> view(call, found));
  }

  private Future<Answer> change(Request request) {
    var wish = request.body(Changed.class);
    return conversations
        .change(request.call(), request.pathId("conversation_id"), wish.title(), wish.archived())
        .map(Answer::json);
  }

  private Future<Answer> delete(Request request) {
    return conversations
        .delete(request.call(), request.pathId("conversation_id"))
        .map(_ -> Answer.noContent());
  }

  private Future<Answer> post(Request request) {
    var said = request.body(Said.class);
    return turns
        .ask(
            request.call(),
            request.pathId("conversation_id"),
            said.words(),
            said.parentId(),
            request.header("Idempotency-Key"))
        .compose(asked -> posted(request.call(), asked));
  }

  private Future<Answer> edit(Request request) {
    return turns
        .edit(
            request.call(),
            request.pathId("conversation_id"),
            request.pathId("message_id"),
            request.body(Said.class).words(),
            request.header("Idempotency-Key"))
        .compose(asked -> posted(request.call(), asked));
  }

  private Future<Answer> regenerate(Request request) {
    return turns
        .regenerate(
            request.call(),
            request.pathId("conversation_id"),
            request.pathId("message_id"),
            request.header("Idempotency-Key"))
        .compose(asked -> posted(request.call(), asked));
  }

  private Future<Answer> choose(Request request) {
    var call = request.call();
    var id = request.pathId("conversation_id");
    return branches
        .choose(call, id, request.body(Chosen.class).messageId())
        .compose(_ -> conversations.find(call, id))
        .map(Answer::json);
  }

  private Future<Answer> posted(Call call, Turns.Asked asked) {
    return switch (asked) {
      case Turns.Asked.OfParley(var turn, var question, var _) ->
          Future.succeededFuture(Answer.accepted(new Posted(question, turn, null)));
      case Turns.Asked.OfPerson(var question, var handover) ->
          view(call, Optional.ofNullable(handover))
              .map(view -> Answer.accepted(new Posted(question, null, view.orElse(null))));
    };
  }

  private Future<Optional<OwnersView>> view(Call call, Optional<Handover> handover) {
    return handover.isPresent()
        ? OwnersView.of(call, handover.get(), handing.people()).map(Optional::of)
        : Future.succeededFuture(Optional.empty());
  }

  private Future<Answer> turn(Request request) {
    return turns.find(request.call(), request.pathId("turn_id")).map(Answer::json);
  }

  private Future<Answer> events(Request request) {
    var seen = request.header("Last-Event-ID").map(ChatRoutes::seq).orElse(0);
    return turns.follow(request.call(), request.pathId("turn_id"), seen).map(Answer.Events::new);
  }

  private Future<Answer> cancel(Request request) {
    return turns.cancel(request.call(), request.pathId("turn_id")).map(Answer::accepted);
  }

  private Future<Answer> decide(Request request) {
    var allowed = request.body(Decided.class).decision() == Decision.ALLOW;
    var callId = Integer.parseInt(request.path("tool_call_id"));
    return turns
        .decide(request.call(), request.pathId("turn_id"), callId, allowed)
        .map(_ -> Answer.noContent());
  }

  private Future<Optional<Turn>> running(Call call, Conversation conversation) {
    return conversation.runningTurn() == null
        ? Future.succeededFuture(Optional.empty())
        : turns.find(call, conversation.runningTurn()).map(Optional::of);
  }

  private static int seq(String text) {
    try {
      return Math.max(0, Integer.parseInt(text.strip()));
    } catch (NumberFormatException _) {
      throw new HttpProblem.Invalid("Last-Event-ID is not the id of an event.", List.of());
    }
  }

  private static Cursor cursor(Conversation last) {
    return new Cursor(last.updatedAt(), last.id());
  }

  private record Wanted(@Nullable String title, @Nullable String assistant) {}

  private record Changed(@Nullable String title, @Nullable Boolean archived) {}

  private record Said(String text, @Nullable UUID parentId, @Nullable List<UUID> attachmentIds) {
    Turns.Words words() {
      return new Turns.Words(text, attachmentIds == null ? List.of() : attachmentIds);
    }
  }

  private record Chosen(UUID messageId) {}

  private enum Decision {
    ALLOW,
    DECLINE
  }

  private record Decided(Decision decision) {}

  private record Page(List<Conversation> conversations, @Nullable String next) {}

  private record Detail(
      Conversation conversation,
      List<Message> messages,
      List<Feedback> feedback,
      List<OfMessage> attachments,
      @Nullable Turn runningTurn,
      @Nullable OwnersView handover,
      List<People.Named> people) {}

  private record Posted(Message message, @Nullable Turn turn, @Nullable OwnersView handover) {}
}
