package dev.parley.metering.limit;

import dev.parley.call.Call;
import dev.parley.call.WorkspaceId;
import dev.parley.control.audit.AuditEvent;
import dev.parley.control.edit.EditStore;
import dev.parley.metering.usage.Subject;
import dev.parley.platform.postgres.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Rows of limits of tokens and of calls at once.
final class UsageLimitStore {
  static final String TOPIC = "limits";
  private static final String ALL =
      """
      SELECT workspace_id, id, subject, subject_id, model, tokens_per_window, window_seconds,
             concurrent, created_at
      FROM usage_limit
      ORDER BY created_at, id
      """;
  private static final String INSERT =
      """
      INSERT INTO usage_limit (workspace_id, id, subject, subject_id, model, tokens_per_window,
                               window_seconds, concurrent, created_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      """;
  private static final String DELETE = "DELETE FROM usage_limit WHERE id = $1";

  private final Database database;
  private final EditStore edits;

  UsageLimitStore(Database database, EditStore edits) {
    this.database = database;
    this.edits = edits;
  }

  /// The limits of every workspace.
  Future<List<UsageLimit>> all(Call call) {
    return database
        .readInEveryWorkspace(call, connection -> connection.query(ALL).execute())
        .map(UsageLimitStore::limits);
  }

  Future<List<UsageLimit>> list(Call call) {
    return database
        .readInWorkspace(call, connection -> connection.query(ALL).execute())
        .map(UsageLimitStore::limits);
  }

  Future<Void> insert(Call call, UsageLimit limit, AuditEvent event) {
    var values =
        Tuple.of(limit.workspace().value(), limit.id(), limit.subject().kind().wireName())
            .addString(limit.subject().id())
            .addString(limit.model())
            .addLong(limit.tokens())
            .addInteger((int) limit.window().toSeconds())
            .addInteger(limit.concurrent())
            .addOffsetDateTime(limit.createdAt().atOffset(ZoneOffset.UTC));
    return edits.edit(call, event, connection -> connection.preparedQuery(INSERT).execute(values));
  }

  /// False when there is none.
  Future<Boolean> delete(Call call, UUID id, AuditEvent event) {
    return edits.editAny(
        call,
        event,
        connection ->
            connection
                .preparedQuery(DELETE)
                .execute(Tuple.of(id))
                .map(rows -> rows.rowCount() > 0));
  }

  private static List<UsageLimit> limits(RowSet<Row> rows) {
    var all = new ArrayList<UsageLimit>();
    for (var row : rows) {
      all.add(
          new UsageLimit(
              new WorkspaceId(row.getUUID("workspace_id")),
              row.getUUID("id"),
              new Subject(Subject.Kind.of(row.getString("subject")), row.getString("subject_id")),
              row.getString("model"),
              row.getLong("tokens_per_window"),
              Duration.ofSeconds(row.getInteger("window_seconds")),
              row.getInteger("concurrent"),
              row.getOffsetDateTime("created_at").toInstant()));
    }
    return all;
  }
}
