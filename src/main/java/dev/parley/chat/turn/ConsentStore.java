package dev.parley.chat.turn;

import dev.parley.call.Call;
import dev.parley.platform.postgres.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/// Rows of uses of tools that people have to allow. A decision is in the table before anybody is
/// told that it was taken, and whichever replica runs the turn finds it there.
public final class ConsentStore {
  private static final String ASK =
      """
      INSERT INTO tool_consent (workspace_id, turn_id, call_id, asked_at) VALUES ($1, $2, $3, $4)
      """;
  private static final String DECIDE =
      """
      UPDATE tool_consent SET allowed = $3, decided_at = $4
      WHERE turn_id = $1 AND call_id = $2 AND allowed IS NULL
      """;
  private static final String FIND =
      "SELECT allowed FROM tool_consent WHERE turn_id = $1 AND call_id = $2";

  private final Database database;

  public ConsentStore(Database database) {
    this.database = database;
  }

  /// From now on it can be decided.
  Future<Void> ask(Call call, UUID turn, int callId, Instant now) {
    var values = Tuple.of(call.workspace().value(), turn, callId, now.atOffset(ZoneOffset.UTC));
    return database.inWorkspace(
        call, connection -> connection.preparedQuery(ASK).execute(values).mapEmpty());
  }

  /// Completes with whether this was the decision: false when nothing waits for one, or not any
  /// more.
  Future<Boolean> decide(Call call, UUID turn, int callId, boolean allowed, Instant now) {
    var values = Tuple.of(turn, callId, allowed, now.atOffset(ZoneOffset.UTC));
    return database.inWorkspace(
        call,
        connection ->
            connection.preparedQuery(DECIDE).execute(values).map(rows -> rows.rowCount() == 1));
  }

  /// Empty while nobody has decided. Asked of the first database: a copy may not have it yet.
  Future<Optional<Boolean>> decision(Call call, UUID turn, int callId) {
    return database.inWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(FIND)
                .execute(Tuple.of(turn, callId))
                .map(rows -> {
                  for (var row : rows) {
                    return Optional.ofNullable(row.getBoolean("allowed"));
                  }
                  return Optional.<Boolean>empty();
                }));
  }
}
