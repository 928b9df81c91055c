package dev.parley.control.setting;

import dev.parley.call.Call;
import dev.parley.call.WorkspaceId;
import dev.parley.control.audit.AuditEvent;
import dev.parley.control.edit.EditStore;
import dev.parley.platform.http.Json;
import dev.parley.platform.postgres.Database;
import dev.parley.platform.postgres.DatabaseProblem.Conflict;
import dev.parley.platform.postgres.Rows;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Rows of versions. They are only ever added, and forgotten in the order in which they came.
final class SettingStore {
  static final String TOPIC = "settings";

  /// How many versions a workspace keeps.
  static final int KEPT = 1_000;

  private static final String EVERYWHERE =
      """
      SELECT DISTINCT ON (workspace_id) workspace_id, version, chosen, changed_by, changed_at, note,
             restored
      FROM setting_version ORDER BY workspace_id, version DESC
      """;
  private static final String NEWEST =
      """
      SELECT version, chosen, changed_by, changed_at, note, restored FROM setting_version
      WHERE workspace_id = current_setting('parley.workspace')::uuid AND version < $1
      ORDER BY version DESC LIMIT $2
      """;
  private static final String FIND =
      """
      SELECT version, chosen, changed_by, changed_at, note, restored FROM setting_version
      WHERE workspace_id = current_setting('parley.workspace')::uuid AND version = $1
      """;
  private static final String EVER =
      """
      SELECT EXISTS (
        SELECT FROM setting_version
        WHERE workspace_id = current_setting('parley.workspace')::uuid
          AND chosen::jsonb -> $1 = $2::text::jsonb) AS ever
      """;
  private static final String ADD =
      """
      INSERT INTO setting_version (workspace_id, version, chosen, changed_by, changed_at, note,
                                   restored)
      SELECT $1, $2, $3, $4, $5, $6, $7
      WHERE $2 - 1 = (SELECT coalesce(max(version), 0) FROM setting_version WHERE workspace_id = $1)
      """;
  private static final String FORGET =
      "DELETE FROM setting_version WHERE workspace_id = $1 AND version <= $2";

  private final Database database;
  private final EditStore edits;

  SettingStore(Database database, EditStore edits) {
    this.database = database;
    this.edits = edits;
  }

  /// The newest version of every workspace that has one.
  Future<Map<WorkspaceId, Version>> everywhere(Call call) {
    return database.readInEveryWorkspace(
        call,
        connection ->
            connection
                .query(EVERYWHERE)
                .execute()
                .map(rows -> {
                  var all = new HashMap<WorkspaceId, Version>();
                  rows.forEach(
                      row -> all.put(new WorkspaceId(row.getUUID("workspace_id")), version(row)));
                  return all;
                }));
  }

  /// The version in force.
  Future<Version> newest(Call call) {
    return page(call, Integer.MAX_VALUE, 1)
        .map(found -> found.isEmpty() ? Version.NONE : found.getFirst());
  }

  /// Versions before one, the latest first.
  Future<List<Version>> page(Call call, int before, int limit) {
    return database.readInWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(NEWEST)
                .execute(Tuple.of(before, limit))
                .map(rows -> Rows.all(rows, SettingStore::version)));
  }

  Future<Optional<Version>> find(Call call, int number) {
    return database.readInWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(FIND)
                .execute(Tuple.of(number))
                .map(rows -> Rows.first(rows, SettingStore::version)));
  }

  /// Whether a version that is kept has this value, given as JSON.
  Future<Boolean> ever(Call call, String key, String json) {
    return database.readInWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(EVER)
                .execute(Tuple.of(key, json))
                .map(rows -> rows.iterator().next().getBoolean("ever")));
  }

  /// Adds a version behind the one before it. Fails with [SettingProblem.Changed] when that is not
  /// the newest.
  Future<Void> add(Call call, Version version, AuditEvent event) {
    return edits
        .edit(call, event, connection -> add(connection, call, version))
        .recover(failure ->
            Future.failedFuture(
                failure instanceof Conflict ? new SettingProblem.Changed() : failure));
  }

  private static Future<?> add(SqlConnection connection, Call call, Version version) {
    var workspace = call.workspace().value();
    var row =
        Tuple.of(workspace, version.number(), Json.text(new TreeMap<>(version.chosen())))
            .addString(version.changedBy())
            .addOffsetDateTime(version.changedAt().atOffset(ZoneOffset.UTC))
            .addString(version.note())
            .addInteger(version.restored());
    return connection
        .preparedQuery(ADD)
        .execute(row)
        .compose(rows ->
            rows.rowCount() == 0
                ? Future.failedFuture(new SettingProblem.Changed())
                : connection
                    .preparedQuery(FORGET)
                    .execute(Tuple.of(workspace, version.number() - KEPT)));
  }

  private static Version version(Row row) {
    return new Version(
        row.getInteger("version"),
        new JsonObject(row.getString("chosen")).getMap(),
        row.getString("changed_by"),
        row.getOffsetDateTime("changed_at").toInstant(),
        row.getString("note"),
        row.getInteger("restored"));
  }
}
