package dev.parley.chat.inbox;

import dev.parley.call.Call;
import dev.parley.platform.http.HttpProblem;
import dev.parley.platform.http.Problem.Offence;
import dev.parley.platform.postgres.Database;
import dev.parley.platform.postgres.DatabaseProblem.Conflict;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Rows of canned replies.
final class CannedReplyStore {
  private static final int MOST = 500;
  private static final String LIST =
      """
      SELECT id, shortcut, text, changed_at FROM canned_reply
      WHERE workspace_id = current_setting('parley.workspace')::uuid ORDER BY shortcut LIMIT $1
      """;
  private static final String ADD =
      """
      INSERT INTO canned_reply (workspace_id, id, shortcut, text, changed_at)
      SELECT current_setting('parley.workspace')::uuid, $1, $2, $3, $4
      WHERE (SELECT count(*) FROM canned_reply
             WHERE workspace_id = current_setting('parley.workspace')::uuid) < $5
      """;
  private static final String CHANGE =
      """
      UPDATE canned_reply SET shortcut = $2, text = $3, changed_at = $4
      WHERE workspace_id = current_setting('parley.workspace')::uuid AND id = $1
      """;
  private static final String DELETE =
      """
      DELETE FROM canned_reply
      WHERE workspace_id = current_setting('parley.workspace')::uuid AND id = $1
      """;

  private final Database database;

  CannedReplyStore(Database database) {
    this.database = database;
  }

  /// By their shortcuts.
  Future<List<CannedReply>> list(Call call) {
    return database.readInWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(LIST)
                .execute(Tuple.of(MOST))
                .map(rows -> {
                  var all = new ArrayList<CannedReply>();
                  for (var row : rows) {
                    all.add(
                        new CannedReply(
                            row.getUUID("id"),
                            row.getString("shortcut"),
                            row.getString("text"),
                            row.getOffsetDateTime("changed_at").toInstant()));
                  }
                  return all;
                }));
  }

  /// Fails with a problem when the shortcut is taken, or there are too many.
  Future<CannedReply> add(Call call, CannedReply reply) {
    return write(call, ADD, values(reply).addInteger(MOST))
        .compose(added ->
            added
                ? Future.succeededFuture(reply)
                : Future.failedFuture(
                    new HttpProblem.Invalid(
                        "There are %d canned replies already.".formatted(MOST), List.of())));
  }

  /// False when there is none.
  Future<Boolean> change(Call call, CannedReply reply) {
    return write(call, CHANGE, values(reply));
  }

  /// False when there is none.
  Future<Boolean> delete(Call call, UUID id) {
    return write(call, DELETE, Tuple.of(id));
  }

  private Future<Boolean> write(Call call, String sql, Tuple values) {
    return database
        .inWorkspace(
            call,
            connection ->
                connection.preparedQuery(sql).execute(values).map(rows -> rows.rowCount() > 0))
        .recover(failure ->
            Future.failedFuture(
                failure instanceof Conflict
                    ? new HttpProblem.Invalid(
                        "Another canned reply has this shortcut.",
                        List.of(new Offence("/shortcut", "is taken")))
                    : failure));
  }

  private static Tuple values(CannedReply reply) {
    return Tuple.of(
        reply.id(), reply.shortcut(), reply.text(), reply.changedAt().atOffset(ZoneOffset.UTC));
  }
}
