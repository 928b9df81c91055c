package dev.parley.chat.inbox;

import dev.parley.call.Call;
import dev.parley.chat.attachment.AttachmentProblem;
import dev.parley.chat.attachment.AttachmentStore;
import dev.parley.chat.attachment.AttachmentStore.OfMessage;
import dev.parley.chat.attachment.AttachmentStore.Shown;
import dev.parley.chat.conversation.Message;
import dev.parley.chat.conversation.TreeStore;
import dev.parley.chat.handover.HandoverProblem;
import dev.parley.chat.handover.People;
import dev.parley.chat.handover.People.Named;
import dev.parley.chat.handover.PresenceBoard;
import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Everything that an agent sees of one conversation.
final class OpenConversation {
  private final InboxStore store;
  private final TreeStore tree;
  private final NoteStore notes;
  private final AttachmentStore attachments;
  private final People people;
  private final PresenceBoard board;

  OpenConversation(
      InboxStore store,
      TreeStore tree,
      NoteStore notes,
      AttachmentStore attachments,
      People people,
      PresenceBoard board) {
    this.store = store;
    this.tree = tree;
    this.notes = notes;
    this.attachments = attachments;
    this.people = people;
    this.board = board;
  }

  /// Fails with a problem when the conversation was never handed over.
  Future<Detail> of(Call call, UUID conversation) {
    return find(call, conversation)
        .compose(item -> {
          var said = tree.branch(call, conversation).map(all -> visible(item, all));
          var noted = notes.list(call, conversation);
          var shown = attachments.of(call, conversation);
          var owner = item.ownerId();
          Future<Long> others =
              owner == null ? Future.succeededFuture(0L) : store.others(call, owner, conversation);
          return Future.all(said, noted, shown, others)
              .compose(_ -> {
                var visible = shownBy(said.result(), shown.result());
                return named(call, item, said.result(), visible, noted.result(), others.result());
              });
        });
  }

  /// An image that an agent sees in a conversation.
  Future<Shown> image(Call call, UUID conversation, UUID attachment) {
    return of(call, conversation)
        .map(detail ->
            detail.attachments().stream()
                .filter(one -> one.attachment().id().equals(attachment))
                .findFirst()
                .orElseThrow(AttachmentProblem.Unknown::new))
        .compose(one -> attachments.ofMessage(call, one.messageId(), attachment))
        .map(found -> found.orElseThrow(AttachmentProblem.Unknown::new));
  }

  private static List<OfMessage> shownBy(List<Message> said, List<OfMessage> all) {
    var messages = said.stream().map(Message::id).collect(Collectors.toSet());
    return all.stream().filter(one -> messages.contains(one.messageId())).toList();
  }

  /// What can be seen of a conversation in the list.
  Future<InboxItem> find(Call call, UUID conversation) {
    return store
        .find(call, conversation)
        .compose(found ->
            found.isPresent()
                ? Future.succeededFuture(found.get())
                : Future.failedFuture(new HandoverProblem.None()));
  }

  /// What is said after the end of a hand-over is no agent's business.
  private static List<Message> visible(InboxItem item, List<Message> all) {
    var end = item.handover().closedAt();
    return end == null
        ? all
        : all.stream().filter(message -> !message.createdAt().isAfter(end)).toList();
  }

  private Future<Detail> named(
      Call call,
      InboxItem item,
      List<Message> said,
      List<OfMessage> shown,
      List<Note> notes,
      long others) {
    var handover = item.handover();
    var present = board.at(call.workspace(), handover.conversationId());
    Stream<@Nullable UUID> ids =
        Stream.of(
                Stream.of(item.ownerId(), handover.agentId()).filter(id -> id != null),
                said.stream().map(Message::authorId),
                notes.stream().map(Note::authorId),
                present.stream().map(PresenceBoard.Seen::person))
            .flatMap(all -> all);
    return people
        .known(call, ids)
        .map(known ->
            new Detail(
                InboxView.of(item, known),
                others,
                said,
                shown,
                notes,
                known.entrySet().stream()
                    .map(entry -> new Named(entry.getKey(), entry.getValue().name()))
                    .toList(),
                present));
  }

  /// @param others how many other conversations its owner has
  /// @param attachments what the messages show
  /// @param people the names of those who are meant by id
  record Detail(
      InboxView item,
      long others,
      List<Message> messages,
      List<OfMessage> attachments,
      List<Note> notes,
      List<Named> people,
      List<PresenceBoard.Seen> presence) {}
}
