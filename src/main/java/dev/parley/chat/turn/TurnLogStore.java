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
  /// While an answer is written nothing is stored of it after the conversation has changed hands.
  private static final String INSERT_SEGMENTS =
      """
      INSERT INTO turn_log (workspace_id, turn_id, first_seq, last_seq, events, sealed)
      SELECT t.workspace_id, t.id, s.first_seq, s.last_seq, s.events, $7
      FROM unnest($1::uuid[], $2::bigint[], $3::boolean[], $4::int[], $5::int[], $6::text[])
             AS s (turn_id, epoch, at_the_end, first_seq, last_seq, events)
      JOIN turn t ON t.workspace_id = current_setting('parley.workspace')::uuid
        AND t.id = s.turn_id AND t.lease_epoch = s.epoch
      JOIN conversation c ON c.workspace_id = t.workspace_id AND c.id = t.conversation_id
        AND (s.at_the_end OR c.answerer_epoch = t.answerer_epoch)
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

  /// Adds events to logs. A segment that was stored without our hearing of it is replaced by the
  /// longer one that begins with the same event.
  ///
  /// @return the turns that go on
  Future<Set<UUID>> append(Call call, List<Segment> segments) {
    return database.inWorkspace(call, connection -> write(connection, call, segments));
  }

  /// The same inside a transaction.
  Future<Set<UUID>> write(SqlConnection connection, Call call, List<Segment> segments) {
    var some = segments.stream().filter(segment -> !segment.events().isEmpty()).toList();
    var row =
        Tuple.of(
            some.stream().map(Segment::turn).toArray(UUID[]::new),
            some.stream().map(Segment::epoch).toArray(Long[]::new),
            some.stream().map(Segment::atTheEnd).toArray(Boolean[]::new),
            some.stream().map(Segment::first).toArray(Integer[]::new),
            some.stream().map(Segment::last).toArray(Integer[]::new),
            some.stream().map(segment -> stored(call, segment)).toArray(String[]::new));
    return connection
        .preparedQuery(INSERT_SEGMENTS)
        .execute(row.addBoolean(texts.on()))
        .map(rows -> {
          var turns = new HashSet<UUID>();
          rows.forEach(written -> turns.add(written.getUUID("turn_id")));
          return turns;
        });
  }

  private String stored(Call call, Segment segment) {
    var place = TextColumn.EVENTS.in(call.workspace(), segment.turn(), segment.first());
    return texts.stored(place, Json.text(segment.events()));
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
  record Segment(UUID turn, long epoch, boolean atTheEnd, List<LoggedEvent> events) {
    int first() {
      return events.getFirst().seq();
    }

    int last() {
      return events.getLast().seq();
    }
  }
}
