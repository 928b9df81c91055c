package dev.parley.retrieval.base;

import dev.parley.call.Call;
import dev.parley.control.audit.AuditEvent;
import dev.parley.control.audit.AuditStore;
import dev.parley.platform.postgres.Database;
import dev.parley.platform.postgres.Rows;
import dev.parley.retrieval.base.BaseAccess.Grant;
import dev.parley.retrieval.base.BaseAccess.GrantedRole;
import dev.parley.retrieval.document.BaseProblem;
import dev.parley.retrieval.document.BaseStore.Everybody;
import dev.parley.retrieval.document.BaseStore.Level;
import dev.parley.retrieval.document.TombstoneStore;
import dev.parley.retrieval.source.kept.SourceStore;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Changes of knowledge bases, each with its entry in the audit log. Those of conversations are
/// none of them.
final class BaseEditStore {
  /// How many bases a workspace has.
  static final int MOST = 500;

  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final String ADD =
      """
      INSERT INTO knowledge_base (workspace_id, id, slug, name, description, everybody, created_at)
      SELECT current_setting('parley.workspace')::uuid, $1, $2, $3, $4, $5, $6
      FROM knowledge_base
      HAVING count(*) FILTER (WHERE deleted_at IS NULL AND conversation_id IS NULL) < $7
      """;
  private static final String LOCK =
      """
      SELECT id, name FROM knowledge_base
      WHERE id = $1 AND deleted_at IS NULL AND conversation_id IS NULL
      FOR UPDATE
      """;
  private static final String CHANGE =
      """
      UPDATE knowledge_base SET name = coalesce($2, name), description = coalesce($3, description)
      WHERE id = $1
      """;
  private static final String DELETE =
      """
      UPDATE knowledge_base SET deleted_at = $2, name = '', description = '' WHERE id = $1
      """;
  private static final String EVERYBODY =
      """
      SELECT everybody FROM knowledge_base
      WHERE id = $1 AND deleted_at IS NULL AND conversation_id IS NULL
      """;
  private static final String SET_EVERYBODY =
      """
      UPDATE knowledge_base SET everybody = $2 WHERE id = $1
      """;
  private static final String GRANTS =
      """
      SELECT user_id, role, level FROM base_grant WHERE base_id = $1 ORDER BY role, user_id
      """;
  private static final String REVOKE = "DELETE FROM base_grant WHERE base_id = $1";
  private static final String GRANT =
      """
      INSERT INTO base_grant (workspace_id, base_id, user_id, role, level)
      VALUES (current_setting('parley.workspace')::uuid, $1, $2, $3, $4)
      """;

  private final Database database;
  private final Database patient;
  private final AuditStore audit;

  BaseEditStore(Database database, AuditStore audit) {
    this.database = database;
    this.patient = database.forLongWork(LONGEST);
    this.audit = audit;
  }

  /// Fails when the slug is taken, or there are as many as there may be.
  Future<Void> add(Call call, NewBase made, AuditEvent event) {
    var row =
        Tuple.of(
            made.id(),
            made.slug(),
            made.name(),
            made.description(),
            word(made.access().everybody()),
            at(made.now()),
            MOST);
    return database.inWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(ADD)
                .execute(row)
                .compose(rows ->
                    rows.rowCount() > 0
                        ? grant(connection, made.id(), made.access().grants())
                        : Future.failedFuture(new BaseProblem.TooMany(MOST)))
                .compose(_ -> audit.append(connection, call, event)));
  }

  /// Gives a base another name or description; null keeps what it has.
  Future<Void> change(
      Call call, UUID id, @Nullable String name, @Nullable String description, AuditEvent event) {
    return database.inWorkspace(
        call,
        connection ->
            locked(connection, id)
                .compose(
                    _ -> connection.preparedQuery(CHANGE).execute(Tuple.of(id, name, description)))
                .compose(_ -> audit.append(connection, call, event)));
  }

  /// Who may do what with a base.
  Future<BaseAccess> access(Call call, UUID id) {
    return database.readInWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(EVERYBODY)
                .execute(Tuple.of(id))
                .compose(rows -> {
                  if (rows.size() == 0) {
                    return Future.failedFuture(new BaseProblem.Unknown());
                  }
                  var everybody = rows.iterator().next().getString("everybody");
                  return connection
                      .preparedQuery(GRANTS)
                      .execute(Tuple.of(id))
                      .map(grants ->
                          new BaseAccess(
                              Everybody.valueOf(everybody.toUpperCase(Locale.ROOT)),
                              Rows.all(grants, row -> grant(row))));
                }));
  }

  /// Decides anew who may do what: it holds for whatever is read after this has committed.
  Future<Void> decide(Call call, UUID id, BaseAccess access, AuditEvent event) {
    return database.inWorkspace(
        call,
        connection ->
            locked(connection, id)
                .compose(_ ->
                    connection
                        .preparedQuery(SET_EVERYBODY)
                        .execute(Tuple.of(id, word(access.everybody()))))
                .compose(_ -> connection.preparedQuery(REVOKE).execute(Tuple.of(id)))
                .compose(_ -> grant(connection, id, access.grants()))
                .compose(_ -> audit.append(connection, call, event)));
  }

  /// Forgets a base, its documents and its sources, at once and all or nothing.
  Future<Void> delete(Call call, UUID id, Instant now, AuditEvent event) {
    return patient.inWorkspace(
        call,
        connection ->
            SourceStore.lockOfBase(connection, call, id)
                .compose(_ -> locked(connection, id))
                .compose(_ -> TombstoneStore.forget(connection, id, now))
                .compose(_ -> SourceStore.removeOfBase(connection, id))
                .compose(_ -> connection.preparedQuery(REVOKE).execute(Tuple.of(id)))
                .compose(_ -> connection.preparedQuery(DELETE).execute(Tuple.of(id, at(now))))
                .compose(_ -> audit.append(connection, call, event)));
  }

  private static Future<Void> locked(SqlConnection connection, UUID id) {
    return connection
        .preparedQuery(LOCK)
        .execute(Tuple.of(id))
        .compose(rows ->
            rows.size() > 0
                ? Future.succeededFuture()
                : Future.failedFuture(new BaseProblem.Unknown()));
  }

  private static Future<?> grant(SqlConnection connection, UUID base, List<Grant> grants) {
    var rows =
        grants.stream()
            .map(one ->
                Tuple.from(
                    Arrays.asList(
                        base,
                        one.userId(),
                        one.role() == null ? null : word(one.role()),
                        word(one.level()))))
            .toList();
    return rows.isEmpty()
        ? Future.succeededFuture()
        : connection.preparedQuery(GRANT).executeBatch(rows);
  }

  private static Grant grant(Row row) {
    var role = row.getString("role");
    return new Grant(
        row.getUUID("user_id"),
        role == null ? null : GrantedRole.valueOf(role.toUpperCase(Locale.ROOT)),
        Level.valueOf(row.getString("level").toUpperCase(Locale.ROOT)));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /// A base that is to be made.
  record NewBase(
      UUID id, String slug, String name, String description, BaseAccess access, Instant now) {}
}
