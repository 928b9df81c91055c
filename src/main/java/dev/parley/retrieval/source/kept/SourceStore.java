package dev.parley.retrieval.source.kept;

import dev.parley.call.Call;
import dev.parley.control.audit.AuditEvent;
import dev.parley.control.audit.AuditStore;
import dev.parley.control.edit.NameTaken;
import dev.parley.platform.http.Json;
import dev.parley.platform.postgres.Database;
import dev.parley.platform.postgres.Rows;
import dev.parley.retrieval.document.BaseStore;
import dev.parley.retrieval.document.TombstoneStore;
import dev.parley.retrieval.document.Viewer;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Rows of sources, as those see and change them who may read and change their base. Each change is
/// entered in the audit log in its own transaction.
///
/// Whoever writes locks the job first, then the base, then documents, as runs do.
public final class SourceStore {
  private static final String COLUMNS =
      """
      SELECT s.id, s.base_id, s.name, s.definition, s.every_hours, s.secret, s.created_at,
             s.created_by, s.changed_at, j.due_at, j.run_id,
             (SELECT count(*) FROM source_item i
              WHERE i.workspace_id = s.workspace_id AND i.source_id = s.id) AS pages
      FROM knowledge_source s
      JOIN source_job j ON j.workspace_id = s.workspace_id AND j.source_id = s.id
      JOIN visible_base($2, $3, $4) v ON v.base_id = s.base_id
      """;
  private static final String LIST =
      COLUMNS + "WHERE $1::uuid IS NULL OR s.base_id = $1 ORDER BY s.name, s.id LIMIT 500";
  private static final String FIND = COLUMNS + "WHERE s.id = $1";
  private static final String COUNT = "SELECT count(*) AS sources FROM knowledge_source";
  private static final String ADD =
      """
      INSERT INTO knowledge_source (workspace_id, id, base_id, name, kind, definition, every_hours,
                                    secret, created_at, created_by, changed_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $9)
      """;
  private static final String ADD_JOB =
      "INSERT INTO source_job (workspace_id, source_id, due_at) VALUES ($1, $2, $3)";
  private static final String CHANGE =
      """
      UPDATE knowledge_source
      SET name = $2, definition = $3, every_hours = $4, secret = $5, changed_at = $6
      WHERE id = $1
      """;

  /// A run that waits or goes on stays as it is.
  private static final String RESCHEDULE =
      """
      UPDATE source_job SET due_at = $3
      WHERE workspace_id = $1 AND source_id = $2 AND run_id IS NULL
      """;

  /// What was left out before may be wanted now, so every page is looked at anew.
  private static final String FORGET_TAGS =
      "UPDATE source_item SET etag = NULL, modified = NULL WHERE source_id = $1";

  /// First, as every run does.
  private static final String LOCK =
      "SELECT 1 FROM source_job WHERE workspace_id = $1 AND source_id = $2 FOR UPDATE";

  private static final String DOCUMENTS =
      """
      SELECT i.document_id FROM source_item i
      WHERE i.source_id = $1 AND NOT EXISTS (
        SELECT 1 FROM source_item o
        WHERE o.workspace_id = i.workspace_id AND o.document_id = i.document_id
          AND o.source_id <> i.source_id)
      """;
  private static final String REMOVE = "DELETE FROM knowledge_source WHERE id = $1";
  private static final String LOCK_OF_BASE =
      """
      SELECT 1 FROM source_job
      WHERE workspace_id = $1
        AND source_id IN (SELECT id FROM knowledge_source WHERE base_id = $2)
      ORDER BY source_id
      FOR UPDATE
      """;
  private static final String REMOVE_OF_BASE = "DELETE FROM knowledge_source WHERE base_id = $1";

  private final Database database;
  private final AuditStore audit;

  public SourceStore(Database database, AuditStore audit) {
    this.database = database;
    this.audit = audit;
  }

  /// The sources of a base, or of all, by name.
  public Future<List<Listed>> list(Call call, @Nullable UUID base) {
    return database.readInWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(LIST)
                .execute(seenBy(call, base))
                .map(rows -> Rows.all(rows, SourceStore::listed)));
  }

  public Future<Optional<Listed>> find(Call call, UUID id) {
    return database.readInWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(FIND)
                .execute(seenBy(call, id))
                .map(rows -> Rows.first(rows, SourceStore::listed)));
  }

  /// How many there are.
  public Future<Long> count(Call call) {
    return database.readInWorkspace(
        call,
        connection ->
            connection.query(COUNT).execute().map(rows -> rows.iterator().next().getLong(0)));
  }

  /// Adds a source that is due at once. Fails with [NameTaken], or a [BaseProblem] where the caller
  /// may not change the base.
  public Future<Void> add(Call call, Source source, AuditEvent event) {
    var row =
        Tuple.of(call.workspace().value(), source.id(), source.baseId(), source.name())
            .addString(Names.of(source.definition().kind()))
            .addString(Json.text(source.definition()))
            .addInteger(source.everyHours())
            .addString(source.secret())
            .addOffsetDateTime(at(source.createdAt()))
            .addString(source.createdBy());
    var job = Tuple.of(call.workspace().value(), source.id(), at(source.createdAt()));
    return database
        .inWorkspace(
            call,
            connection ->
                BaseStore.requireShared(connection, call, source.baseId())
                    .compose(_ -> connection.preparedQuery(ADD).execute(row))
                    .compose(_ -> connection.preparedQuery(ADD_JOB).execute(job))
                    .compose(_ -> audit.append(connection, call, event)))
        .recover(failure -> Future.failedFuture(NameTaken.or(failure, source.name())));
  }

  /// Stores a source in another form. Fails as [#add] does.
  ///
  /// @param due when it is due next, unless a run waits or goes on
  /// @param anew whether what is known of its pages no longer tells what is unchanged
  public Future<Void> change(
      Call call, Source source, @Nullable Instant due, boolean anew, AuditEvent event) {
    var row =
        Tuple.of(source.id(), source.name(), Json.text(source.definition()))
            .addInteger(source.everyHours())
            .addString(source.secret())
            .addOffsetDateTime(at(source.changedAt()));
    var job =
        Tuple.of(call.workspace().value(), source.id())
            .addOffsetDateTime(due == null ? null : at(due));
    return database
        .inWorkspace(
            call,
            connection ->
                require(connection, call, source)
                    .compose(_ -> connection.preparedQuery(CHANGE).execute(row))
                    .compose(_ -> connection.preparedQuery(RESCHEDULE).execute(job))
                    .compose(_ -> anew ? forgetTags(connection, source.id()) : nothing())
                    .compose(_ -> audit.append(connection, call, event)))
        .recover(failure -> Future.failedFuture(NameTaken.or(failure, source.name())));
  }

  /// Removes a source and forgets what came from it alone, all or nothing. Fails with a
  /// [BaseProblem] where the caller may not change the base.
  public Future<Void> remove(Call call, Source source, Instant now, AuditEvent event) {
    var id = source.id();
    return database.inWorkspace(
        call,
        connection ->
            require(connection, call, source)
                .compose(_ -> connection.preparedQuery(DOCUMENTS).execute(Tuple.of(id)))
                .map(rows -> Rows.all(rows, row -> row.getUUID("document_id")))
                .compose(documents -> TombstoneStore.forget(connection, documents, now))
                .compose(_ -> connection.preparedQuery(REMOVE).execute(Tuple.of(id)))
                .compose(_ -> audit.append(connection, call, event)));
  }

  /// Before anything else is locked for the deletion of a base, so that runs of its sources come to
  /// the end of what they are writing.
  public static Future<Void> lockOfBase(SqlConnection transaction, Call call, UUID base) {
    return transaction
        .preparedQuery(LOCK_OF_BASE)
        .execute(Tuple.of(call.workspace().value(), base))
        .mapEmpty();
  }

  /// Forgets the sources of a base whose documents were just forgotten.
  public static Future<Void> removeOfBase(SqlConnection transaction, UUID base) {
    return transaction.preparedQuery(REMOVE_OF_BASE).execute(Tuple.of(base)).mapEmpty();
  }

  private static Future<Void> require(SqlConnection connection, Call call, Source source) {
    return connection
        .preparedQuery(LOCK)
        .execute(Tuple.of(call.workspace().value(), source.id()))
        .compose(_ -> BaseStore.requireShared(connection, call, source.baseId()));
  }

  private static Tuple seenBy(Call call, @Nullable UUID wanted) {
    var viewer = Viewer.of(call);
    return Tuple.of(wanted, viewer.everything(), viewer.person(), viewer.role());
  }

  private static Future<Void> forgetTags(SqlConnection connection, UUID source) {
    return connection.preparedQuery(FORGET_TAGS).execute(Tuple.of(source)).mapEmpty();
  }

  private static Future<Void> nothing() {
    return Future.succeededFuture();
  }

  static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static Listed listed(Row row) {
    var due = row.getOffsetDateTime("due_at");
    return new Listed(
        new Source(
            row.getUUID("id"),
            row.getUUID("base_id"),
            row.getString("name"),
            Json.readOwn(row.getString("definition"), Definition.class),
            row.getInteger("every_hours"),
            row.getString("secret"),
            row.getOffsetDateTime("created_at").toInstant(),
            row.getString("created_by"),
            row.getOffsetDateTime("changed_at").toInstant()),
        row.getLong("pages"),
        due == null ? null : due.toInstant(),
        row.getUUID("run_id"));
  }

  /// A source and how it stands.
  ///
  /// @param pages that are known of it
  /// @param due when it is gone through next; null for never by itself
  /// @param run what waits or goes on
  public record Listed(Source source, long pages, @Nullable Instant due, @Nullable UUID run) {}
}
