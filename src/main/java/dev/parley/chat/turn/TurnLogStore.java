package dev.parley.chat.turn;

import dev.parley.call.Call;
import dev.parley.chat.log.LoggedEvent;
import dev.parley.chat.seal.SealedText;
import dev.parley.chat.seal.TextColumn;
import dev.parley.platform.http.Json;
import dev.parley.platform.postgres.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Rows of the logs of turns: each holds the events from one number to another.
final class TurnLogStore {
  /// While an answer is written nothing is stored of it after the conversation has changed hands.
  private static final String INSERT_SEGMENT =
      """
      INSERT INTO turn_log (workspace_id, turn_id, first_seq, last_seq, events, sealed)
      SELECT workspace_id, id, $3, $4, $5, $6 FROM turn
      WHERE workspace_id = current_setting('parley.workspace')::uuid AND id = $1
        AND lease_epoch = $2 AND ($7 OR EXISTS (
          SELECT FROM conversation c
          WHERE c.workspace_id = turn.workspace_id AND c.id = turn.conversation_id
            AND c.answerer_epoch = turn.answerer_epoch))
      ON CONFLICT (workspace_id, turn_id, first_seq) DO UPDATE
      SET last_seq = excluded.last_seq, events = excluded.events, sealed = excluded.sealed
      WHERE turn_log.last_seq <= excluded.last_seq
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

  TurnLogStore(Database database, SealedText texts) {
    this.database = database;
    this.texts = texts;
  }

  /// Adds events; false when the turn is not to go on.
  Future<Boolean> append(Call call, UUID turn, long epoch, List<LoggedEvent> events) {
    return database.inWorkspace(
        call, connection -> write(connection, call, new Segment(turn, epoch, false, events)));
  }

  /// Adds events inside a transaction; false when they were not to be added.
  Future<Boolean> write(SqlConnection connection, Call call, Segment segment) {
    var events = segment.events();
    if (events.isEmpty()) {
      return Future.succeededFuture(true);
    }
    var first = events.getFirst().seq();
    var place = TextColumn.EVENTS.in(call.workspace(), segment.turn(), first);
    var stored = texts.stored(place, Json.text(events));
    var row =
        Tuple.of(segment.turn(), segment.epoch(), first, events.getLast().seq(), stored)
            .addBoolean(texts.on())
            .addBoolean(segment.atTheEnd());
    return connection.preparedQuery(INSERT_SEGMENT).execute(row).map(rows -> rows.rowCount() > 0);
  }

  /// The events behind `seq`, in order.
  Future<List<LoggedEvent>> read(Call call, UUID turn, int seq) {
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

  private LoggedEvent[] segment(Call call, UUID turn, Row row) {
    var place = TextColumn.EVENTS.in(call.workspace(), turn, row.getInteger("first_seq"));
    var events = texts.read(place, row.getBoolean("sealed"), row.getString("events"));
    return Json.readOwn(events, LoggedEvent[].class);
  }

  /// Events of a log.
  ///
  /// @param epoch of the turn's owner
  /// @param atTheEnd whether they are stored whoever has the conversation
  record Segment(UUID turn, long epoch, boolean atTheEnd, List<LoggedEvent> events) {}
}
