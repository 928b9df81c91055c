package dev.parley.policy.book;

import dev.parley.call.Call;
import dev.parley.call.WorkspaceId;
import dev.parley.control.audit.AuditEvent;
import dev.parley.control.edit.EditStore;
import dev.parley.control.edit.NameTaken;
import dev.parley.platform.postgres.Database;
import dev.parley.policy.rule.Rule;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Rows of rules. Each change is marked for the other replicas and entered in the audit log in its
/// own transaction.
final class RuleStore {
  static final String TOPIC = "policies";
  private static final String ALL =
      """
      SELECT workspace_id, id, name, version, enabled, definition FROM policy_rule
      ORDER BY position, id
      """;
  private static final String ADD =
      """
      INSERT INTO policy_rule (workspace_id, id, name, position, version, enabled, definition,
                               created_at, changed_at)
      SELECT $1, $2, $3, coalesce(max(position), 0) + 1, 1, $4, $5, $6, $6 FROM policy_rule
      """;
  private static final String CHANGE =
      """
      UPDATE policy_rule SET name = $3, version = version + 1, enabled = $4, definition = $5,
                             changed_at = $6
      WHERE workspace_id = $1 AND id = $2 AND version = $7
      """;
  private static final String KEEP =
      """
      INSERT INTO policy_rule_version (workspace_id, rule_id, version, name, enabled, definition,
                                       changed_at, changed_by)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
      """;
  private static final String REMOVE = "DELETE FROM policy_rule WHERE id = $1";
  private static final String ORDER =
      """
      UPDATE policy_rule SET position = place.n
      FROM unnest($1::uuid[]) WITH ORDINALITY AS place (id, n)
      WHERE policy_rule.id = place.id
      """;

  private final Database database;
  private final EditStore edits;

  RuleStore(Database database, EditStore edits) {
    this.database = database;
    this.edits = edits;
  }

  /// The rules of every workspace, in their order.
  Future<Map<WorkspaceId, List<Rule>>> all(Call call) {
    return database.readInEveryWorkspace(
        call, connection -> connection.query(ALL).execute().map(RuleStore::rules));
  }

  /// The rules of the workspace, in their order.
  Future<List<Rule>> list(Call call) {
    return database.readInWorkspace(
        call,
        connection ->
            connection
                .query(ALL)
                .execute()
                .map(rows -> rules(rows).getOrDefault(call.workspace(), List.of())));
  }

  /// Adds a rule behind the others. Fails with [NameTaken].
  Future<Void> add(Call call, Rule rule, Instant now, AuditEvent event) {
    return edits
        .edit(
            call,
            event,
            connection ->
                connection
                    .preparedQuery(ADD)
                    .execute(values(call, rule, now))
                    .compose(_ -> keep(connection, call, rule, now)))
        .recover(failure -> Future.failedFuture(NameTaken.or(failure, rule.name())));
  }

  /// Puts a rule in place of its version before. Fails with [RuleChanged] when that is not the
  /// newest.
  Future<Void> change(Call call, Rule rule, Instant now, AuditEvent event) {
    return edits
        .edit(
            call,
            event,
            connection ->
                connection
                    .preparedQuery(CHANGE)
                    .execute(values(call, rule, now).addInteger(rule.version() - 1))
                    .compose(rows ->
                        rows.rowCount() == 0
                            ? Future.failedFuture(new RuleChanged())
                            : keep(connection, call, rule, now)))
        .recover(failure -> Future.failedFuture(NameTaken.or(failure, rule.name())));
  }

  Future<Void> remove(Call call, UUID id, AuditEvent event) {
    return edits.edit(
        call,
        event,
        connection -> connection.preparedQuery(REMOVE).execute(Tuple.of(id)).mapEmpty());
  }

  /// @param ids of all rules, the first one first
  Future<Void> order(Call call, List<UUID> ids, AuditEvent event) {
    var values = Tuple.tuple().addArrayOfUUID(ids.toArray(UUID[]::new));
    return edits.edit(
        call, event, connection -> connection.preparedQuery(ORDER).execute(values).mapEmpty());
  }

  private static Future<Void> keep(SqlConnection connection, Call call, Rule rule, Instant now) {
    var values =
        Tuple.of(call.workspace().value(), rule.id(), rule.version(), rule.name(), rule.enabled())
            .addString(Definition.of(rule).text())
            .addOffsetDateTime(now.atOffset(ZoneOffset.UTC))
            .addString(call.caller().name());
    return connection.preparedQuery(KEEP).execute(values).mapEmpty();
  }

  private static Tuple values(Call call, Rule rule, Instant now) {
    return Tuple.of(call.workspace().value(), rule.id(), rule.name(), rule.enabled())
        .addString(Definition.of(rule).text())
        .addOffsetDateTime(now.atOffset(ZoneOffset.UTC));
  }

  private static Map<WorkspaceId, List<Rule>> rules(RowSet<Row> rows) {
    var all = new HashMap<WorkspaceId, List<Rule>>();
    for (var row : rows) {
      var workspace = new WorkspaceId(row.getUUID("workspace_id"));
      all.computeIfAbsent(workspace, _ -> new ArrayList<>())
          .add(
              Definition.read(row.getString("definition"))
                  .rule(
                      row.getUUID("id"),
                      row.getString("name"),
                      row.getInteger("version"),
                      row.getBoolean("enabled")));
    }
    return all;
  }
}
