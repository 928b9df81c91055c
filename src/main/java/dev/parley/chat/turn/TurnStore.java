package dev.parley.chat.turn;

import dev.parley.call.Call;
import dev.parley.call.WorkspaceId;
import dev.parley.chat.conversation.Message;
import dev.parley.chat.conversation.MessageColumns;
import dev.parley.chat.conversation.Spot;
import dev.parley.chat.log.LoggedEvent;
import dev.parley.chat.seal.SealedText;
import dev.parley.chat.seal.TextColumn;
import dev.parley.platform.http.Json;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.postgres.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Rows of turns and their logs. A turn's owner writes with its epoch, and a write of an older
/// epoch changes nothing.
public final class TurnStore {
  private static final String COLUMNS =
      """
      SELECT t.id, t.conversation_id, t.question_id, t.answer_id, t.state, t.attempt, t.created_at,
             t.finished_at, q.parent_id, q.text AS question, q.sealed AS question_sealed
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
  private static final String FIND_BY_KEY =
      COLUMNS
          + """
          WHERE t.workspace_id = current_setting('parley.workspace')::uuid
            AND t.conversation_id = $1 AND t.idempotency_key = $2
            AND c.owner_id IS NOT DISTINCT FROM $3
          """;
  private static final String INSERT_TURN =
      """
      INSERT INTO turn (workspace_id, id, conversation_id, question_id, answer_id, state,
                        lease_owner, lease_until, idempotency_key, created_at)
      VALUES ($1, $2, $3, $4, $5, 'running', $6, $7, $8, $9)
      """;
  private static final String TOUCH =
      """
      UPDATE conversation
      SET updated_at = $2, active_leaf_id = $5, archived_at = NULL,
          title = CASE WHEN title = '' THEN $3 ELSE title END,
          sealed = CASE WHEN title = '' THEN $4 ELSE sealed END
      WHERE workspace_id = current_setting('parley.workspace')::uuid AND id = $1
      """;
  private static final String INSERT_SEGMENT =
      """
      INSERT INTO turn_log (workspace_id, turn_id, first_seq, last_seq, events, sealed)
      SELECT workspace_id, id, $3, $4, $5, $6 FROM turn
      WHERE workspace_id = current_setting('parley.workspace')::uuid AND id = $1
        AND lease_epoch = $2
      ON CONFLICT (workspace_id, turn_id, first_seq) DO NOTHING
      """;
  private static final String FINISH =
      """
      UPDATE turn SET state = $3, finished_at = $4
      WHERE workspace_id = current_setting('parley.workspace')::uuid AND id = $1
        AND lease_epoch = $2 AND state = 'running'
      """;
  private static final String ARRIVE =
      """
      UPDATE conversation SET active_leaf_id = $3
      WHERE workspace_id = current_setting('parley.workspace')::uuid AND id = $1
        AND active_leaf_id = $2
      """;
  private static final String LOG =
      """
      SELECT first_seq, events, sealed FROM turn_log
      WHERE workspace_id = current_setting('parley.workspace')::uuid AND turn_id = $1
        AND last_seq > $2
      ORDER BY first_seq
      """;
  private static final String RENEW_LEASES =
      """
      UPDATE turn SET lease_until = $2 WHERE lease_owner = $1 AND state = 'running'
      """;
  private static final String EXPIRED =
      """
      SELECT workspace_id, id, conversation_id, question_id, answer_id, lease_epoch,
             coalesce((SELECT max(l.last_seq) FROM turn_log l
                       WHERE l.workspace_id = turn.workspace_id AND l.turn_id = turn.id), 0) AS last
      FROM turn WHERE state = 'running' AND lease_until < $1 LIMIT 100
      """;

  private final Database database;
  private final SealedText texts;
  private final MessageColumns messages;

  public TurnStore(Database database, SealedText texts) {
    this.database = database;
    this.texts = texts;
    this.messages = new MessageColumns(texts);
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
  /// turn of the conversation runs.
  Future<Void> begin(Call call, NewTurn turn) {
    var workspace = call.workspace();
    var conversation = turn.conversationId();
    var now = at(turn.now());
    var question =
        messages.parameters(
            workspace,
            conversation,
            Message.question(
                turn.questionId(), turn.spot().parent(), turn.question(), turn.id(), turn.now()));
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
                at(turn.leaseUntil()),
                key == null ? null : hash(conversation, key),
                now));
    return database
        .inWorkspace(
            call,
            connection ->
                ask(connection, turn.spot(), question)
                    .compose(_ -> connection.preparedQuery(INSERT_TURN).execute(row))
                    .compose(_ ->
                        connection
                            .preparedQuery(TOUCH)
                            .execute(
                                Tuple.of(conversation, now, title, texts.on(), turn.questionId()))))
        .mapEmpty();
  }

  /// A question that is answered once more is there already.
  private static Future<?> ask(SqlConnection connection, Spot spot, Tuple question) {
    return switch (spot) {
      case Spot.Below _ -> connection.preparedQuery(MessageColumns.INSERT).execute(question);
      case Spot.Again _ -> Future.succeededFuture();
    };
  }

  /// Adds events to the stored log.
  Future<Void> append(Call call, UUID turn, long epoch, List<LoggedEvent> events) {
    return database
        .inWorkspace(call, connection -> insertSegment(connection, call, turn, epoch, events))
        .mapEmpty();
  }

  /// Ends a turn: stores the answer, the rest of the log and the state, all or nothing.
  ///
  /// @return false when the turn had ended already or belongs to somebody else now
  Future<Boolean> finish(Call call, EndedTurn end) {
    var answer = messages.parameters(call.workspace(), end.conversationId(), end.answer());
    var state = end.state().name().toLowerCase(Locale.ROOT);
    var place = Tuple.of(end.conversationId(), end.answer().parentId(), end.answer().id());
    return database.inWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(FINISH)
                .execute(Tuple.of(end.turnId(), end.epoch(), state, at(end.answer().createdAt())))
                .compose(rows ->
                    rows.rowCount() == 0
                        ? Future.succeededFuture(false)
                        : connection
                            .preparedQuery(MessageColumns.INSERT)
                            .execute(answer)
                            .compose(_ -> connection.preparedQuery(ARRIVE).execute(place))
                            .compose(_ ->
                                insertSegment(
                                    connection, call, end.turnId(), end.epoch(), end.events()))
                            .map(true)));
  }

  /// The stored events behind `seq`, in order.
  Future<List<LoggedEvent>> log(Call call, UUID turn, int seq) {
    return database.inWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(LOG)
                .execute(Tuple.of(turn, seq))
                .map(rows -> {
                  var events = new ArrayList<LoggedEvent>();
                  for (var row : rows) {
                    for (var event : segment(call, turn, row)) {
                      if (event.seq() > seq) {
                        events.add(event);
                      }
                    }
                  }
                  return events;
                }));
  }

  /// Holds the leases of all running turns of one process, in the call's workspace.
  Future<Void> renewLeases(Call call, String owner, Instant until) {
    return database
        .inWorkspace(
            call,
            connection ->
                connection.preparedQuery(RENEW_LEASES).execute(Tuple.of(owner, at(until))))
        .mapEmpty();
  }

  /// Turns of all workspaces whose owner has not renewed its lease.
  Future<List<OrphanedTurn>> expired(Call call, Instant now) {
    return database.readInEveryWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(EXPIRED)
                .execute(Tuple.of(at(now)))
                .map(rows -> {
                  var orphans = new ArrayList<OrphanedTurn>();
                  rows.forEach(row -> orphans.add(orphan(row)));
                  return orphans;
                }));
  }

  private Future<?> insertSegment(
      SqlConnection connection, Call call, UUID turn, long epoch, List<LoggedEvent> events) {
    if (events.isEmpty()) {
      return Future.succeededFuture();
    }
    var first = events.getFirst().seq();
    var place = TextColumn.EVENTS.in(call.workspace(), turn, first);
    var stored = texts.stored(place, Json.text(events));
    return connection
        .preparedQuery(INSERT_SEGMENT)
        .execute(Tuple.of(turn, epoch, first, events.getLast().seq(), stored, texts.on()));
  }

  private LoggedEvent[] segment(Call call, UUID turn, Row row) {
    var place = TextColumn.EVENTS.in(call.workspace(), turn, row.getInteger("first_seq"));
    var events = texts.read(place, row.getBoolean("sealed"), row.getString("events"));
    return Json.readOwn(events, LoggedEvent[].class);
  }

  /// What is stored of a client's idempotency key: it may say what the question says.
  private static String hash(UUID conversation, String key) {
    return Ids.named(conversation, key).toString();
  }

  private Optional<StoredTurn> first(Call call, RowSet<Row> rows) {
    return rows.size() == 0
        ? Optional.empty()
        : Optional.of(turn(call.workspace(), rows.iterator().next()));
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
            finished == null ? null : finished.toInstant()),
        row.getUUID("parent_id"),
        texts.read(
            TextColumn.TEXT.in(workspace, question),
            row.getBoolean("question_sealed"),
            row.getString("question")));
  }

  private static OrphanedTurn orphan(Row row) {
    return new OrphanedTurn(
        row.getUUID("workspace_id"),
        row.getUUID("id"),
        row.getUUID("conversation_id"),
        row.getUUID("question_id"),
        row.getUUID("answer_id"),
        row.getLong("lease_epoch"),
        row.getInteger("last"));
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /// A turn with the question it answers.
  ///
  /// @param parent what the question was said to
  record StoredTurn(Turn turn, @Nullable UUID parent, String question) {}

  /// A turn that begins.
  ///
  /// @param title for a conversation that has none
  record NewTurn(
      UUID id,
      UUID conversationId,
      UUID questionId,
      UUID answerId,
      Spot spot,
      String question,
      String title,
      String leaseOwner,
      Instant leaseUntil,
      @Nullable String idempotencyKey,
      Instant now) {}

  /// A turn that ends.
  ///
  /// @param events those of the log that are not stored yet, the terminal one included
  record EndedTurn(
      UUID turnId,
      UUID conversationId,
      long epoch,
      Turn.State state,
      Message answer,
      List<LoggedEvent> events) {}
}
