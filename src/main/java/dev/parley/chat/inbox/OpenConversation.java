package dev.parley.chat.inbox;

import dev.parley.call.Call;
import dev.parley.chat.conversation.Message;
import dev.parley.chat.conversation.TreeStore;
import dev.parley.chat.handover.HandoverProblem;
import dev.parley.chat.handover.People;
import dev.parley.chat.handover.People.Named;
import dev.parley.chat.handover.PresenceBoard;
import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Everything that an agent sees of one conversation.
final class OpenConversation {
  private final InboxStore store;
  private final TreeStore tree;
  private final NoteStore notes;
  private final People people;
  private final PresenceBoard board;

  OpenConversation(
      InboxStore store, TreeStore tree, NoteStore notes, People people, PresenceBoard board) {
    this.store = store;
    this.tree = tree;
    this.notes = notes;
    this.people = people;
    this.board = board;
  }

  /// Fails with a problem when the conversation was never handed over.
  Future<Detail> of(Call call, UUID conversation) {
    return find(call, conversation)
        .compose(item -> {
          var said = tree.branch(call, conversation).map(all -> visible(item, all));
          var noted = notes.list(call, conversation);
          var owner = item.ownerId();
          Future<Long> others =
              owner == null ? Future.succeededFuture(0L) : store.others(call, owner, conversation);
          return Future.all(said, noted, others)
              .compose(_ -> named(call, item, said.result(), noted.result(), others.result()));
        });
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
      Call call, InboxItem item, List<Message> said, List<Note> notes, long others) {
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
                notes,
                known.entrySet().stream()
                    .map(entry -> new Named(entry.getKey(), entry.getValue().name()))
                    .toList(),
                present));
  }

  /// @param others how many other conversations its owner has
  /// @param people the names of those who are meant by id
  record Detail(
      InboxView item,
      long others,
      List<Message> messages,
      List<Note> notes,
      List<Named> people,
      List<PresenceBoard.Seen> presence) {}
}
