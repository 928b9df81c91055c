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
  private static final String FIND_ANYBODYS =
      COLUMNS + "WHERE t.workspace_id = current_setting('parley.workspace')::uuid AND t.id = $1";
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
                        lease_owner, lease_until, asked_by, idempotency_key, created_at)
      VALUES ($1, $2, $3, $4, $5, 'running', $6, now() + make_interval(secs => $7), $8, $9, $10)
      """;
  private static final String TOUCH =
      """
      UPDATE conversation
      SET updated_at = $2, active_leaf_id = $5, archived_at = NULL,
          title = CASE WHEN title = '' THEN $3 ELSE title END,
          sealed = CASE WHEN title = '' THEN $4 ELSE sealed END
      WHERE workspace_id = current_setting('parley.workspace')::uuid AND id = $1
      """;
  private static final String INSERT_SEGMENTS =
      """
      INSERT INTO turn_log (workspace_id, turn_id, first_seq, last_seq, events, sealed)
      SELECT t.workspace_id, t.id, s.first_seq, s.last_seq, s.events, $6
      FROM unnest($1::uuid[], $2::bigint[], $3::int[], $4::int[], $5::text[])
             AS s (turn_id, epoch, first_seq, last_seq, events)
      JOIN turn t ON t.workspace_id = current_setting('parley.workspace')::uuid
        AND t.id = s.turn_id AND t.lease_epoch = s.epoch
      ON CONFLICT (workspace_id, turn_id, first_seq) DO UPDATE
      SET last_seq = excluded.last_seq, events = excluded.events, sealed = excluded.sealed
      WHERE turn_log.last_seq < excluded.last_seq
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
                LeaseStore.seconds(),
                turn.asker() == null ? null : Json.text(turn.asker()),
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

  /// Adds events to the stored logs of turns of the call's workspace, in one transaction. A segment
  /// that was stored without our hearing of it is replaced by the longer one that begins with the
  /// same event.
  Future<Void> append(Call call, List<Segment> segments) {
    return database.inWorkspace(call, connection -> insert(connection, call, segments)).mapEmpty();
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
                            .compose(_ -> insert(connection, call, List.of(end.segment())))
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

  private Future<?> insert(SqlConnection connection, Call call, List<Segment> segments) {
    if (segments.isEmpty()) {
      return Future.succeededFuture();
    }
    return connection
        .preparedQuery(INSERT_SEGMENTS)
        .execute(
            Tuple.of(
                segments.stream().map(Segment::turnId).toArray(UUID[]::new),
                segments.stream().map(Segment::epoch).toArray(Long[]::new),
                segments.stream().map(Segment::first).toArray(Integer[]::new),
                segments.stream().map(Segment::last).toArray(Integer[]::new),
                segments.stream().map(segment -> stored(call, segment)).toArray(String[]::new),
                texts.on()));
  }

  private String stored(Call call, Segment segment) {
    var place = TextColumn.EVENTS.in(call.workspace(), segment.turnId(), segment.first());
    return texts.stored(place, Json.text(segment.events()));
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
      @Nullable Asker asker,
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
      List<LoggedEvent> events) {
    private Segment segment() {
      return new Segment(turnId, epoch, events);
    }
  }

  /// A piece of a log.
  ///
  /// @param events at least one
  record Segment(UUID turnId, long epoch, List<LoggedEvent> events) {
    int first() {
      return events.getFirst().seq();
    }

    int last() {
      return events.getLast().seq();
    }
  }
}
