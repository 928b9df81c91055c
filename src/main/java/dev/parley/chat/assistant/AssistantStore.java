package dev.parley.chat.assistant;

import dev.parley.call.Call;
import dev.parley.call.WorkspaceId;
import dev.parley.control.audit.AuditEvent;
import dev.parley.control.edit.EditStore;
import dev.parley.control.edit.NameTaken;
import dev.parley.platform.postgres.Database;
import dev.parley.platform.postgres.DatabaseProblem.Conflict;
import dev.parley.platform.postgres.Rows;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Rows of assistants and their versions.
final class AssistantStore {
  static final String TOPIC = "assistants";

  private static final String LIVE =
      """
      SELECT a.workspace_id, a.id, a.slug, a.name, v.version, v.definition
      FROM assistant a
      JOIN assistant_version v ON v.workspace_id = a.workspace_id AND v.assistant_id = a.id
        AND v.version = a.live_version
      WHERE a.archived_at IS NULL
      ORDER BY lower(a.name), a.slug
      """;
  private static final String VERSION =
      """
      SELECT a.workspace_id, a.id, a.slug, a.name, v.version, v.definition
      FROM assistant a
      JOIN assistant_version v ON v.workspace_id = a.workspace_id AND v.assistant_id = a.id
      WHERE a.workspace_id = current_setting('parley.workspace')::uuid AND a.id = $1
        AND v.version = $2
      """;
  private static final String LIST =
      """
      SELECT a.id, a.slug, a.name, a.live_version, a.archived_at, a.created_at, a.changed_at,
             (SELECT max(v.version) FROM assistant_version v
              WHERE v.workspace_id = a.workspace_id AND v.assistant_id = a.id) AS latest
      FROM assistant a
      WHERE a.workspace_id = current_setting('parley.workspace')::uuid
        AND ($1::uuid IS NULL OR a.id = $1)
      ORDER BY a.archived_at IS NOT NULL, lower(a.name), a.slug
      """;
  private static final String REVISIONS =
      """
      SELECT version, note, created_at, created_by, published_at
      FROM assistant_version
      WHERE workspace_id = current_setting('parley.workspace')::uuid AND assistant_id = $1
      ORDER BY version DESC
      """;
  private static final String ADD =
      """
      INSERT INTO assistant (workspace_id, id, slug, name, created_at, changed_at)
      SELECT $1, $2, $3, $4, $5, $5
      FROM assistant
      HAVING count(*) < 1000 AND count(*) FILTER (WHERE archived_at IS NULL) < 100
      """;

  /// Only behind the version that is the newest.
  private static final String SAVE =
      """
      INSERT INTO assistant_version (workspace_id, assistant_id, version, definition, note,
                                     created_at, created_by)
      SELECT $1, $2, $3, $4, $5, $6, $7
      FROM assistant_version
      WHERE workspace_id = $1 AND assistant_id = $2
      HAVING coalesce(max(version), 0) = $3 - 1
      """;

  /// Keeps a hundred versions. The oldest that never went live go first; the one that is live and
  /// the newest stay.
  private static final String PRUNE =
      """
      DELETE FROM assistant_version
      WHERE workspace_id = $1 AND assistant_id = $2 AND version IN (
        SELECT v.version FROM assistant_version v
        JOIN assistant a ON a.workspace_id = v.workspace_id AND a.id = v.assistant_id
        WHERE v.workspace_id = $1 AND v.assistant_id = $2 AND v.version < $3
          AND v.version IS DISTINCT FROM a.live_version
        ORDER BY v.published_at IS NOT NULL, v.version
        LIMIT (SELECT greatest(count(*) - 100, 0) FROM assistant_version
               WHERE workspace_id = $1 AND assistant_id = $2))
      """;

  private static final String PUBLISHED =
      """
      UPDATE assistant_version SET published_at = $3
      WHERE workspace_id = current_setting('parley.workspace')::uuid AND assistant_id = $1
        AND version = $2
      """;
  private static final String PUBLISH =
      """
      UPDATE assistant SET live_version = $2, changed_at = $3
      WHERE workspace_id = current_setting('parley.workspace')::uuid AND id = $1
        AND archived_at IS NULL
      """;
  private static final String TOUCH =
      """
      UPDATE assistant SET changed_at = $2
      WHERE workspace_id = current_setting('parley.workspace')::uuid AND id = $1
      """;
  private static final String RENAME =
      """
      UPDATE assistant SET name = $2, changed_at = $3
      WHERE workspace_id = current_setting('parley.workspace')::uuid AND id = $1
      """;
  private static final String ARCHIVE =
      """
      UPDATE assistant SET archived_at = $2, changed_at = $2
      WHERE workspace_id = current_setting('parley.workspace')::uuid AND id = $1
        AND archived_at IS NULL
      """;
  private static final String RESTORE =
      """
      UPDATE assistant SET archived_at = NULL, changed_at = $2
      WHERE workspace_id = current_setting('parley.workspace')::uuid AND id = $1
        AND (archived_at IS NULL OR 100 > (SELECT count(*) FROM assistant WHERE archived_at IS NULL))
      """;

  private final Database database;
  private final EditStore edits;

  AssistantStore(Database database, EditStore edits) {
    this.database = database;
    this.edits = edits;
  }

  /// What is live, by workspace and by name.
  Future<Map<WorkspaceId, List<AssistantVersion>>> live(Call call) {
    return database.readInEveryWorkspace(
        call, connection -> connection.query(LIVE).execute().map(AssistantStore::byWorkspace));
  }

  /// One version of the call's workspace, live or not.
  Future<Optional<AssistantVersion>> version(Call call, UUID id, int version) {
    return database.readInWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(VERSION)
                .execute(Tuple.of(id, version))
                .map(rows -> Rows.first(rows, AssistantStore::version)));
  }

  /// All of the workspace, archived ones last.
  Future<List<Assistant>> list(Call call) {
    return some(call, null);
  }

  Future<Optional<Assistant>> find(Call call, UUID id) {
    return some(call, id).map(found -> found.stream().findFirst());
  }

  private Future<List<Assistant>> some(Call call, @Nullable UUID id) {
    return database.inWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(LIST)
                .execute(Tuple.of(id))
                .map(rows -> Rows.all(rows, AssistantStore::assistant)));
  }

  /// The versions of one, the newest first.
  Future<List<Assistant.Revision>> revisions(Call call, UUID id) {
    return database.inWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(REVISIONS)
                .execute(Tuple.of(id))
                .map(rows -> Rows.all(rows, AssistantStore::revision)));
  }

  /// Adds one with its first version. Fails with [NameTaken], and where there is no room.
  Future<Void> add(Call call, Assistant made, Draft draft, AuditEvent event) {
    var row =
        Tuple.of(call.workspace().value(), made.id(), made.slug(), made.name())
            .addOffsetDateTime(made.createdAt().atOffset(ZoneOffset.UTC));
    return edits
        .edit(
            call,
            event,
            connection ->
                connection
                    .preparedQuery(ADD)
                    .execute(row)
                    .compose(added -> some(added, new AssistantProblem.TooMany()))
                    .compose(_ -> write(connection, call, made.id(), 1, draft)))
        .recover(failure -> Future.failedFuture(NameTaken.or(failure, made.slug())));
  }

  /// Adds a version behind the newest one. Fails with [AssistantProblem.Changed] when that is
  /// another.
  Future<Void> save(Call call, UUID id, int version, Draft draft, AuditEvent event) {
    return edits
        .edit(
            call,
            event,
            connection ->
                write(connection, call, id, version, draft)
                    .compose(_ ->
                        connection
                            .preparedQuery(PRUNE)
                            .execute(Tuple.of(call.workspace().value(), id, version)))
                    .compose(_ ->
                        connection.preparedQuery(TOUCH).execute(Tuple.of(id, at(draft.now())))))
        .recover(failure ->
            Future.failedFuture(
                failure instanceof Conflict ? new AssistantProblem.Changed() : failure));
  }

  /// Makes a version the one that answers. Fails when it is gone, or the assistant archived.
  Future<Void> publish(Call call, UUID id, int version, Instant now, AuditEvent event) {
    var row = Tuple.of(id, version, at(now));
    return edits.edit(
        call,
        event,
        connection ->
            connection
                .preparedQuery(PUBLISHED)
                .execute(row)
                .compose(there -> some(there, new AssistantProblem.Changed()))
                .compose(_ -> connection.preparedQuery(PUBLISH).execute(row))
                .compose(done -> some(done, new AssistantProblem.Changed())));
  }

  Future<Void> rename(Call call, UUID id, String name, Instant now, AuditEvent event) {
    return edits.edit(
        call,
        event,
        connection -> connection.preparedQuery(RENAME).execute(Tuple.of(id, name, at(now))));
  }

  Future<Void> archive(Call call, UUID id, Instant now, AuditEvent event) {
    return edits.edit(
        call,
        event,
        connection -> connection.preparedQuery(ARCHIVE).execute(Tuple.of(id, at(now))));
  }

  /// Fails where there is no room.
  Future<Void> restore(Call call, UUID id, Instant now, AuditEvent event) {
    return edits.edit(
        call,
        event,
        connection ->
            connection
                .preparedQuery(RESTORE)
                .execute(Tuple.of(id, at(now)))
                .compose(done -> some(done, new AssistantProblem.TooMany())));
  }

  private static Future<Void> write(
      SqlConnection connection, Call call, UUID id, int version, Draft draft) {
    var row =
        Tuple.of(call.workspace().value(), id, version)
            .addString(draft.definition().text())
            .addString(draft.note())
            .addOffsetDateTime(at(draft.now()))
            .addString(call.caller().name());
    return connection
        .preparedQuery(SAVE)
        .execute(row)
        .compose(saved -> some(saved, new AssistantProblem.Changed()));
  }

  private static Future<Void> some(RowSet<Row> rows, AssistantProblem otherwise) {
    return rows.rowCount() > 0 ? Future.succeededFuture() : Future.failedFuture(otherwise);
  }

  private static Map<WorkspaceId, List<AssistantVersion>> byWorkspace(RowSet<Row> rows) {
    var all = new HashMap<WorkspaceId, List<AssistantVersion>>();
    for (var row : rows) {
      var workspace = new WorkspaceId(row.getUUID("workspace_id"));
      all.computeIfAbsent(workspace, _ -> new ArrayList<>()).add(version(row));
    }
    return all;
  }

  private static AssistantVersion version(Row row) {
    return new AssistantVersion(
        row.getUUID("id"),
        row.getString("slug"),
        row.getString("name"),
        row.getInteger("version"),
        Definition.read(row.getString("definition")));
  }

  private static Assistant assistant(Row row) {
    return new Assistant(
        row.getUUID("id"),
        row.getString("slug"),
        row.getString("name"),
        row.getInteger("live_version"),
        row.getInteger("latest"),
        row.getOffsetDateTime("archived_at") != null,
        row.getOffsetDateTime("created_at").toInstant(),
        row.getOffsetDateTime("changed_at").toInstant());
  }

  private static Assistant.Revision revision(Row row) {
    var published = row.getOffsetDateTime("published_at");
    return new Assistant.Revision(
        row.getInteger("version"),
        row.getString("note"),
        row.getOffsetDateTime("created_at").toInstant(),
        row.getString("created_by"),
        published == null ? null : published.toInstant());
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /// A version on its way.
  record Draft(Definition definition, String note, Instant now) {}
}
