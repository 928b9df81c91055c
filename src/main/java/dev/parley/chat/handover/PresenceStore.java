package dev.parley.chat.handover;

import static dev.parley.chat.handover.HandoverColumns.at;
import static dev.parley.chat.handover.HandoverColumns.lower;

import dev.parley.call.Call;
import dev.parley.call.WorkspaceId;
import dev.parley.control.change.ChangeStore;
import dev.parley.platform.postgres.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Rows of who looks at what, in a table that is not written to the log of the database.
public final class PresenceStore {
  static final String TOPIC = "presence";
  private static final int MOST = 2_000;
  private static final String PUT =
      """
      INSERT INTO presence (workspace_id, conversation_id, side, person_id, typing_until, until)
      VALUES ($1, $2, $3, $4, $5, $6)
      ON CONFLICT (workspace_id, conversation_id, side, person_id)
      DO UPDATE SET typing_until = excluded.typing_until, until = excluded.until
      """;
  private static final String LIVE =
      """
      SELECT workspace_id, conversation_id, side, person_id, typing_until, until
      FROM presence WHERE until > $1 LIMIT $2
      """;
  private static final String FORGET = "DELETE FROM presence WHERE until < $1";

  private final Database database;
  private final ChangeStore changes;

  public PresenceStore(Database database, ChangeStore changes) {
    this.database = database;
    this.changes = changes;
  }

  /// @param news whether other replicas are to hear of it at once
  Future<Void> put(Call call, Presence presence, boolean news) {
    var row =
        Tuple.of(
            presence.workspace().value(),
            presence.conversationId(),
            lower(presence.side()),
            presence.personId(),
            at(presence.typingUntil()),
            at(presence.until()));
    return database.inWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(PUT)
                .execute(row)
                .compose(_ -> news ? changes.touch(connection, TOPIC) : Future.succeededFuture()));
  }

  /// Everybody who is there, in all workspaces.
  Future<List<Presence>> live(Call call, Instant now) {
    return database.readInEveryWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(LIVE)
                .execute(Tuple.of(at(now), MOST))
                .map(rows -> {
                  var all = new ArrayList<Presence>();
                  for (var row : rows) {
                    all.add(
                        new Presence(
                            new WorkspaceId(row.getUUID("workspace_id")),
                            row.getUUID("conversation_id"),
                            Presence.Side.valueOf(row.getString("side").toUpperCase(Locale.ROOT)),
                            row.getUUID("person_id"),
                            row.getOffsetDateTime("typing_until").toInstant(),
                            row.getOffsetDateTime("until").toInstant()));
                  }
                  return all;
                }));
  }

  /// Forgets who was there before.
  Future<Void> forget(Call call, Instant before) {
    return database
        .inEveryWorkspace(
            call, connection -> connection.preparedQuery(FORGET).execute(Tuple.of(at(before))))
        .mapEmpty();
  }
}
