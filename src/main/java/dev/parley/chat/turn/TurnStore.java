package dev.parley.chat.turn;

import dev.parley.call.Call;
import dev.parley.call.WorkspaceId;
import dev.parley.chat.attachment.AttachmentStore;
import dev.parley.chat.conversation.Conversations;
import dev.parley.chat.conversation.Message;
import dev.parley.chat.conversation.MessageColumns;
import dev.parley.chat.conversation.Spot;
import dev.parley.chat.handover.HandoverProblem;
import dev.parley.chat.handover.SaidStore;
import dev.parley.chat.log.LoggedEvent;
import dev.parley.chat.seal.SealedText;
import dev.parley.chat.seal.TextColumn;
import dev.parley.chat.turn.TurnLogStore.Segment;
import dev.parley.platform.http.Failure;
import dev.parley.platform.http.Json;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.postgres.Database;
import dev.parley.platform.postgres.Rows;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Rows of turns and their logs. A turn's owner writes with its epoch, and a write of an older
/// epoch changes nothing.
public final class TurnStore {
  private static final String COLUMNS =
      """
      SELECT t.id, t.conversation_id, t.question_id, t.answer_id, t.state, t.attempt, t.created_at,
             t.finished_at, t.assistant_id, t.assistant_version, q.parent_id, q.text AS question, q.sealed AS question_sealed
      FROM turn t
      JOIN conversation c ON c.workspace_id = t.workspace_id AND c.id = t.conversation_id
      JOIN message q ON q.workspace_id = t.workspace_id AND q.id = t.question_id
      """;
  private static final String FIND =
      COLUMNS
          + """
          WHERE t.workspace_id = current_setting('parley.workspace')::uuid AND t.id = $1
            AND c.owner_id IS NOT DISTINCT FROM $2
          """;
  private static final String FIND_ANYBODYS =
      COLUMNS + "WHERE t.workspace_id = current_setting('parley.workspace')::uuid AND t.id = $1";
  private static final String FIND_BY_KEY =
      COLUMNS
          + """
          WHERE t.workspace_id = current_setting('parley.workspace')::uuid
            AND t.conversation_id = $1 AND t.idempotency_key = $2
            AND c.owner_id IS NOT DISTINCT FROM $3
          """;

  /// None while the conversation is handed over, or when the question was said to a person. It is
  /// answered by what is live now of the conversation's assistant, or of the default one.
  private static final String INSERT_TURN =
      """
      INSERT INTO turn (workspace_id, id, conversation_id, question_id, answer_id, state,
                        lease_owner, lease_until, asked_by, idempotency_key, created_at,
                        answerer_epoch, assistant_id, assistant_version)
      SELECT $1, $2, $3, $4, $5, 'running', $6, now() + make_interval(secs => $7), $8, $9, $10,
             c.answerer_epoch, a.id, a.live_version
      FROM conversation c
      LEFT JOIN LATERAL (
        SELECT a.id, a.live_version FROM assistant a
        WHERE a.workspace_id = c.workspace_id AND a.archived_at IS NULL
          AND a.live_version IS NOT NULL AND (a.id = c.assistant_id OR a.slug = 'default')
        ORDER BY (a.id = c.assistant_id) IS TRUE DESC
        LIMIT 1) AS a ON true
      WHERE c.workspace_id = $1 AND c.id = $3
        AND NOT EXISTS (
          SELECT FROM handover h
          WHERE h.workspace_id = $1 AND h.conversation_id = $3 AND h.state <> 'closed')
        AND NOT EXISTS (SELECT FROM message m WHERE m.workspace_id = $1 AND m.id = $11)
      RETURNING assistant_id, assistant_version
      """;

  private static final String TOUCH =
      """
      UPDATE conversation
      SET updated_at = $2, active_leaf_id = $5, archived_at = NULL,
          title = CASE WHEN title = '' THEN $3 ELSE title END,
          sealed = CASE WHEN title = '' THEN $4 ELSE sealed END
      WHERE workspace_id = current_setting('parley.workspace')::uuid AND id = $1
      """;

  /// Holds the conversation: whether it has changed hands since the turn began does not change
  /// until the answer is stored, or is not.
  private static final String FINISH =
      """
      WITH place AS (
        SELECT answerer_epoch FROM conversation
        WHERE workspace_id = current_setting('parley.workspace')::uuid AND id = $5
        FOR NO KEY UPDATE
      )
      UPDATE turn
      SET finished_at = $4, by_tools = $6,
          state = CASE WHEN turn.answerer_epoch = place.answerer_epoch THEN $3 ELSE 'cancelled' END
      FROM place
      WHERE turn.workspace_id = current_setting('parley.workspace')::uuid AND turn.id = $1
        AND turn.lease_epoch = $2 AND turn.state = 'running'
      RETURNING turn.answerer_epoch = place.answerer_epoch AS own
      """;

  /// What people said to each other while the answer was written follows it.
  private static final String ARRIVE =
      """
      WITH moved AS (
        UPDATE message SET parent_id = $3
        WHERE workspace_id = current_setting('parley.workspace')::uuid AND parent_id = $2
          AND id <> $3 AND turn_id IS NULL AND role <> 'assistant'
          AND created_at >= (
            SELECT t.created_at FROM turn t
            WHERE t.workspace_id = message.workspace_id AND t.id = $4)
      )
      UPDATE conversation SET active_leaf_id = $3
      WHERE workspace_id = current_setting('parley.workspace')::uuid AND id = $1
        AND active_leaf_id = $2
      """;

  private final Database database;
  private final SealedText texts;
  private final MessageColumns messages;
  private final TurnLogStore logs;

  public TurnStore(Database database, SealedText texts) {
    this.database = database;
    this.texts = texts;
    this.messages = new MessageColumns(texts);
    this.logs = new TurnLogStore(database, texts);
  }

  Future<Optional<StoredTurn>> find(Call call, @Nullable UUID owner, UUID id) {
    return database.inWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(FIND)
                .execute(Tuple.of(id, owner))
                .map(rows -> first(call, rows)));
  }

  /// The turn, whoever's it is: for its owner among the replicas.
  Future<Optional<StoredTurn>> find(Call call, UUID id) {
    return database.readInWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(FIND_ANYBODYS)
                .execute(Tuple.of(id))
                .map(rows -> first(call, rows)));
  }

  /// The turn that was begun with this idempotency key.
  Future<Optional<StoredTurn>> findByKey(
      Call call, @Nullable UUID owner, UUID conversation, String key) {
    return database.inWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(FIND_BY_KEY)
                .execute(Tuple.of(conversation, hash(conversation, key), owner))
                .map(rows -> first(call, rows)));
  }

  /// Stores the question and its turn, all or nothing. Fails with a unique violation when another
  /// turn of the conversation runs, and with [HandoverProblem.WithPerson] while it is handed over,
  /// or when the question was said to a person before.
  ///
  /// @return who answers
  Future<AnsweredBy> begin(Call call, NewTurn turn) {
    var workspace = call.workspace();
    var conversation = turn.conversationId();
    var now = at(turn.now());
    var title = texts.stored(TextColumn.TITLE.in(workspace, conversation), turn.title());
    var key = turn.idempotencyKey();
    var row =
        Tuple.from(
            Arrays.asList(
                workspace.value(),
                turn.id(),
                conversation,
                turn.questionId(),
                turn.answerId(),
                turn.leaseOwner(),
                LeaseStore.seconds(),
                turn.asker() == null ? null : Json.text(turn.asker()),
                key == null ? null : hash(conversation, key),
                now,
                key == null ? null : SaidStore.keyed(conversation, key)));
    return database.inWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(TOUCH)
                .execute(Tuple.of(conversation, now, title, texts.on(), turn.questionId()))
                .compose(touched -> some(touched, Conversations.none()))
                .compose(_ -> connection.preparedQuery(INSERT_TURN).execute(row))
                .compose(made -> some(made, new HandoverProblem.WithPerson()))
                .compose(made ->
                    ask(connection, call, turn).map(_ -> answeredBy(made.iterator().next()))));
  }

  private static Future<RowSet<Row>> some(RowSet<Row> rows, Failure otherwise) {
    return rows.rowCount() > 0 ? Future.succeededFuture(rows) : Future.failedFuture(otherwise);
  }

  private static AnsweredBy answeredBy(Row row) {
    return new AnsweredBy(row.getUUID("assistant_id"), row.getInteger("assistant_version"));
  }

  /// A question that is answered once more is there already.
  private Future<?> ask(SqlConnection connection, Call call, NewTurn turn) {
    var conversation = turn.conversationId();
    var id = turn.questionId();
    return switch (turn.spot()) {
      case Spot.Below(var parent) -> {
        var question = Message.question(id, parent, turn.question(), turn.id(), turn.now());
        yield connection
            .preparedQuery(MessageColumns.INSERT)
            .execute(messages.parameters(call.workspace(), conversation, question))
            .compose(_ -> AttachmentStore.show(connection, conversation, id, turn.attachments()));
      }
      case Spot.Again _ -> Future.succeededFuture();
    };
  }

  /// Adds events to the stored logs of turns of the call's workspace, in one transaction.
  ///
  /// @return those that go on; of the others another replica is the owner, or a person has taken
  ///   the conversation over
  Future<Set<UUID>> append(Call call, List<Segment> segments) {
    return logs.append(call, segments);
  }

  /// Ends a turn: stores the answer, the rest of the log and the state, all or nothing. No answer
  /// when a person has taken the conversation over since the turn began.
  Future<Finish> finish(Call call, EndedTurn end) {
    var state = end.state().name().toLowerCase(Locale.ROOT);
    var row =
        Tuple.of(
            end.turnId(),
            end.epoch(),
            state,
            at(end.answer().createdAt()),
            end.conversationId(),
            end.byTools());
    return database.inWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(FINISH)
                .execute(row)
                .compose(rows -> {
                  if (rows.rowCount() == 0) {
                    return Future.succeededFuture(Finish.ENDED_BEFORE);
                  }
                  return rows.iterator().next().getBoolean("own")
                      ? answer(connection, call, end).map(Finish.ANSWERED)
                      : logs.write(connection, call, List.of(end.segment(end.whenTaken())))
                          .map(Finish.TAKEN_OVER);
                }));
  }

  private Future<?> answer(SqlConnection connection, Call call, EndedTurn end) {
    var answer = end.answer();
    var place = Tuple.of(end.conversationId(), answer.parentId(), answer.id(), end.turnId());
    return connection
        .preparedQuery(MessageColumns.INSERT)
        .execute(messages.parameters(call.workspace(), end.conversationId(), answer))
        .compose(_ -> connection.preparedQuery(ARRIVE).execute(place))
        .compose(_ -> logs.write(connection, call, List.of(end.segment(end.events()))));
  }

  /// The stored events behind `seq`, in order.
  Future<List<LoggedEvent>> log(Call call, UUID turn, int seq) {
    return logs.read(call, turn, seq);
  }

  /// What is stored of a client's idempotency key: it may say what the question says.
  private static String hash(UUID conversation, String key) {
    return Ids.named(conversation, key).toString();
  }

  private Optional<StoredTurn> first(Call call, RowSet<Row> rows) {
    return Rows.first(rows, row -> turn(call.workspace(), row));
  }

  private StoredTurn turn(WorkspaceId workspace, Row row) {
    var finished = row.getOffsetDateTime("finished_at");
    var question = row.getUUID("question_id");
    return new StoredTurn(
        new Turn(
            row.getUUID("id"),
            row.getUUID("conversation_id"),
            question,
            row.getUUID("answer_id"),
            Turn.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
            row.getInteger("attempt"),
            row.getOffsetDateTime("created_at").toInstant(),
            finished == null ? null : finished.toInstant(),
            row.getUUID("assistant_id"),
            row.getInteger("assistant_version")),
        row.getUUID("parent_id"),
        texts.read(
            TextColumn.TEXT.in(workspace, question),
            row.getBoolean("question_sealed"),
            row.getString("question")));
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /// A turn with the question it answers.
  ///
  /// @param parent what the question was said to
  record StoredTurn(Turn turn, @Nullable UUID parent, String question) {}

  /// Who answers a turn.
  ///
  /// @param assistant null for the plain one
  record AnsweredBy(@Nullable UUID assistant, @Nullable Integer version) {}

  /// A turn that begins.
  ///
  /// @param attachments that the question shows; none where it is there already
  /// @param title for a conversation that has none
  record NewTurn(
      UUID id,
      UUID conversationId,
      UUID questionId,
      UUID answerId,
      Spot spot,
      String question,
      List<UUID> attachments,
      String title,
      String leaseOwner,
      @Nullable Asker asker,
      @Nullable String idempotencyKey,
      Instant now) {}

  /// A turn that ends.
  ///
  /// @param byTools whether a tool other than the search gave the answer something
  /// @param events those of the log that are not stored yet, the terminal one included
  /// @param whenTaken the same for when a person has taken the conversation over
  record EndedTurn(
      UUID turnId,
      UUID conversationId,
      long epoch,
      Turn.State state,
      Message answer,
      boolean byTools,
      List<LoggedEvent> events,
      List<LoggedEvent> whenTaken) {
    private Segment segment(List<LoggedEvent> last) {
      return new Segment(turnId, epoch, true, last);
    }
  }

  /// How the end of a turn was taken.
  enum Finish {
    ANSWERED,
    /// A person has taken the conversation over: there is no answer.
    TAKEN_OVER,
    /// Somebody else has ended it.
    ENDED_BEFORE
  }
}
