package dev.parley.chat.handover;

import static dev.parley.chat.handover.HandoverColumns.at;

import dev.parley.call.Call;
import dev.parley.chat.conversation.Message;
import dev.parley.chat.conversation.MessageColumns;
import dev.parley.chat.conversation.Owner;
import dev.parley.chat.handover.HandoverStore.Held;
import dev.parley.chat.handover.Happening.Kind;
import dev.parley.chat.handover.HappeningStore.Noted;
import dev.parley.chat.seal.SealedText;
import dev.parley.chat.seal.TextColumn;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.postgres.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Rows of messages that people say to each other. They stand at the end of the branch that is
/// shown, and no turn belongs to them.
public final class SaidStore {
  private static final String FIND =
      """
      SELECT id, parent_id, role, text, state, created_at, turn_id, model, citations, input_tokens,
             output_tokens, estimated, problem, sealed, author_id
      FROM message
      WHERE workspace_id = current_setting('parley.workspace')::uuid AND id = $1
        AND conversation_id = $2
      """;
  private static final String ARRIVE =
      """
      UPDATE conversation
      SET updated_at = $2, active_leaf_id = $3, archived_at = NULL,
          title = CASE WHEN title = '' THEN $4 ELSE title END,
          sealed = CASE WHEN title = '' AND $4 <> '' THEN $5 ELSE sealed END
      WHERE workspace_id = current_setting('parley.workspace')::uuid AND id = $1
      """;
  private static final String SEEN =
      """
      UPDATE handover SET seen = greatest(seen, $2)
      WHERE workspace_id = current_setting('parley.workspace')::uuid AND conversation_id = $1
        AND state = 'claimed' AND agent_id IS NOT DISTINCT FROM $3
      """;

  private final Database database;
  private final SealedText texts;
  private final MessageColumns messages;
  private final HandoverStore handovers;
  private final HappeningStore happenings;

  public SaidStore(
      Database database, SealedText texts, HandoverStore handovers, HappeningStore happenings) {
    this.database = database;
    this.texts = texts;
    this.messages = new MessageColumns(texts);
    this.handovers = handovers;
    this.happenings = happenings;
  }

  /// The id of what is said with a client's idempotency key, which is nobody's to choose.
  public static UUID keyed(UUID conversation, String key) {
    return Ids.named(conversation, "said/" + key);
  }

  /// Stores what the owner of a conversation says while it is handed over. Empty when it is not,
  /// and the words are for Parley.
  Future<Optional<Exchange>> toAgent(Call call, UUID conversation, Words words) {
    return database.inWorkspace(
        call,
        connection ->
            HandoverStore.lockOwn(connection, call, conversation)
                .compose(held ->
                    known(connection, call, conversation, words)
                        .compose(known ->
                            known.isPresent()
                                ? Future.succeededFuture(known)
                                : handovers
                                    .active(connection, call, conversation)
                                    .compose(there ->
                                        there.isEmpty()
                                            ? Future.succeededFuture(Optional.empty())
                                            : said(connection, call, there.get(), held, words)
                                                .map(Optional::of)))));
  }

  /// Stores what the agent says who has the conversation.
  public Future<Exchange> toUser(Call call, UUID conversation, Words words) {
    return database.inWorkspace(
        call,
        connection ->
            HandoverStore.lock(connection, conversation)
                .compose(held ->
                    known(connection, call, conversation, words)
                        .compose(known ->
                            known.isPresent()
                                ? Future.succeededFuture(known.get())
                                : fresh(connection, call, conversation, held, words))));
  }

  private Future<Exchange> fresh(
      SqlConnection connection, Call call, UUID conversation, Optional<Held> held, Words words) {
    return handovers
        .active(connection, call, conversation)
        .compose(there -> {
          if (there.isEmpty() || held.isEmpty()) {
            return Future.failedFuture(new HandoverProblem.None());
          }
          return HandoverStore.mine(there.get(), Owner.of(call))
              .compose(_ -> said(connection, call, there.get(), held.get(), words));
        });
  }

  /// What was said with these words' id before.
  private Future<Optional<Exchange>> known(
      SqlConnection connection, Call call, UUID conversation, Words words) {
    return connection
        .preparedQuery(FIND)
        .execute(Tuple.of(words.id(), conversation))
        .compose(rows -> {
          if (rows.size() == 0) {
            return Future.succeededFuture(Optional.empty());
          }
          var message = messages.message(call.workspace(), rows.iterator().next());
          return message.text().equals(words.text()) && message.role() == words.role()
              ? handovers
                  .active(connection, call, conversation)
                  .map(there -> Optional.of(new Exchange(message, there.orElse(null), false)))
              : Future.failedFuture(new HandoverProblem.KeyMismatch());
        });
  }

  private Future<Exchange> said(
      SqlConnection connection, Call call, Handover there, Held held, Words words) {
    var conversation = there.conversationId();
    var person = Owner.of(call);
    var message = words.message(held.leaf(), person);
    var title =
        words.title().isEmpty()
            ? ""
            : texts.stored(TextColumn.TITLE.in(call.workspace(), conversation), words.title());
    var noted = new Noted(conversation, Kind.SAID, person, message.id(), words.at());
    return connection
        .preparedQuery(MessageColumns.INSERT)
        .execute(messages.parameters(call.workspace(), conversation, message))
        .compose(_ ->
            connection
                .preparedQuery(ARRIVE)
                .execute(Tuple.of(conversation, at(words.at()), message.id(), title, texts.on())))
        .compose(_ -> happenings.append(connection, noted))
        .map(_ -> new Exchange(message, there, true));
  }

  /// Notes that the agent who has a conversation has looked at it so far.
  public Future<Void> seen(Call call, UUID conversation, int seq) {
    return database
        .inWorkspace(
            call,
            connection ->
                connection.preparedQuery(SEEN).execute(Tuple.of(conversation, seq, Owner.of(call))))
        .mapEmpty();
  }

  /// What somebody says.
  ///
  /// @param title for a conversation that has none; empty for none
  public record Words(UUID id, Message.Role role, String text, String title, Instant at) {
    private Message message(@Nullable UUID parent, @Nullable UUID person) {
      var author = role == Message.Role.AGENT ? person : null;
      return Message.said(id, parent, role, text, author, at);
    }
  }

  /// What was said, and the hand-over in which it was.
  ///
  /// @param handover null when it has ended since
  /// @param fresh whether it was not known before
  public record Exchange(Message message, @Nullable Handover handover, boolean fresh) {}
}
