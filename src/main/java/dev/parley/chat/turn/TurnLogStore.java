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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Rows of the logs of turns: each holds the events from one number to another.
final class TurnLogStore {
  /// While an answer is written nothing is stored of it after the conversation has changed hands. A
  /// segment that was stored without our hearing of it is replaced by the longer one that begins
  /// with the same event.
  private static final String INSERT =
      """
      INSERT INTO turn_log (workspace_id, turn_id, first_seq, last_seq, events, sealed)
      SELECT t.workspace_id, t.id, s.first_seq, s.last_seq, s.events, $6
      FROM unnest($1::uuid[], $2::bigint[], $3::int[], $4::int[], $5::text[])
             AS s (turn_id, epoch, first_seq, last_seq, events)
      JOIN turn t ON t.workspace_id = current_setting('parley.workspace')::uuid
        AND t.id = s.turn_id AND t.lease_epoch = s.epoch
      JOIN conversation c ON c.workspace_id = t.workspace_id AND c.id = t.conversation_id
        AND ($7 OR c.answerer_epoch = t.answerer_epoch)
      ON CONFLICT (workspace_id, turn_id, first_seq) DO UPDATE
      SET last_seq = excluded.last_seq, events = excluded.events, sealed = excluded.sealed
      WHERE turn_log.last_seq <= excluded.last_seq
      RETURNING turn_id
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

  /// Adds events of turns that go on; completes with those that may.
  Future<Set<UUID>> append(Call call, List<Segment> segments) {
    return database.inWorkspace(call, connection -> insert(connection, call, segments, false));
  }

  /// Adds the last events of a turn, whoever has the conversation, inside a transaction.
  Future<Set<UUID>> end(SqlConnection connection, Call call, Segment segment) {
    return insert(connection, call, List.of(segment), true);
  }

  private Future<Set<UUID>> insert(
      SqlConnection connection, Call call, List<Segment> segments, boolean atTheEnd) {
    if (segments.isEmpty()) {
      return Future.succeededFuture(Set.of());
    }
    var values =
        Tuple.of(
                segments.stream().map(Segment::turnId).toArray(UUID[]::new),
                segments.stream().map(Segment::epoch).toArray(Long[]::new),
                segments.stream().map(Segment::first).toArray(Integer[]::new),
                segments.stream().map(Segment::last).toArray(Integer[]::new),
                segments.stream().map(segment -> stored(call, segment)).toArray(String[]::new),
                texts.on())
            .addBoolean(atTheEnd);
    return connection
        .preparedQuery(INSERT)
        .execute(values)
        .map(rows -> {
          var all = new HashSet<UUID>();
          rows.forEach(row -> all.add(row.getUUID("turn_id")));
          return all;
        });
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

  private String stored(Call call, Segment segment) {
    var place = TextColumn.EVENTS.in(call.workspace(), segment.turnId(), segment.first());
    return texts.stored(place, Json.text(segment.events()));
  }

  private LoggedEvent[] segment(Call call, UUID turn, Row row) {
    var place = TextColumn.EVENTS.in(call.workspace(), turn, row.getInteger("first_seq"));
    var events = texts.read(place, row.getBoolean("sealed"), row.getString("events"));
    return Json.readOwn(events, LoggedEvent[].class);
  }

  /// A piece of a log.
  ///
  /// @param epoch of the turn's owner
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
