package dev.parley.identity.key;

import dev.parley.call.Call;
import dev.parley.call.Role;
import dev.parley.call.UserId;
import dev.parley.call.WorkspaceId;
import dev.parley.control.audit.AuditEvent;
import dev.parley.control.audit.AuditStore;
import dev.parley.identity.account.AccountStore;
import dev.parley.platform.postgres.Database;
import dev.parley.platform.postgres.Rows;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Rows of API keys.
public final class KeyStore {
  private static final String COLUMNS =
      """
      SELECT k.id, k.workspace_id, k.user_id, u.role, u.name AS owner, k.hash, k.kind, k.name,
             k.scopes, k.origins, k.requests_per_window, k.created_at, k.expires_at, k.last_used_at
      FROM api_key k JOIN app_user u ON u.workspace_id = k.workspace_id AND u.id = k.user_id
      """;
  private static final String FIND =
      COLUMNS
          + """
          WHERE k.id = $1 AND k.revoked_at IS NULL AND u.enabled
            AND (k.expires_at IS NULL OR k.expires_at > $2)
          """;
  private static final String LIST =
      COLUMNS
          + """
          WHERE k.revoked_at IS NULL AND ($1::uuid IS NULL OR k.user_id = $1)
          ORDER BY k.created_at DESC, k.id
          """;
  private static final String INSERT =
      """
      INSERT INTO api_key (id, workspace_id, user_id, hash, kind, name, scopes, origins,
                           requests_per_window, created_at, expires_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
      """;
  private static final String REVOKE =
      """
      UPDATE api_key SET revoked_at = $3
      WHERE id = $1 AND revoked_at IS NULL AND ($2::uuid IS NULL OR user_id = $2)
      """;
  private static final String REVOKE_ALL =
      "UPDATE api_key SET revoked_at = $2 WHERE user_id = $1 AND revoked_at IS NULL";
  private static final String USED = "UPDATE api_key SET last_used_at = $2 WHERE id = $1";

  private final Database database;
  private final AuditStore audit;

  KeyStore(Database database, AuditStore audit) {
    this.database = database;
    this.audit = audit;
  }

  /// Revokes every key of somebody in an open transaction, without an entry in the audit log.
  public static Future<Void> revokeAll(SqlConnection connection, UserId user, Instant now) {
    return connection.preparedQuery(REVOKE_ALL).execute(Tuple.of(user.value(), at(now))).mapEmpty();
  }

  /// The good key of this id, in whatever workspace.
  Future<Optional<KeyRow>> find(Call call, String id, Instant now) {
    return database.readInEveryWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(FIND)
                .execute(Tuple.of(id, at(now)))
                .map(rows -> Rows.first(rows, row -> key(row))));
  }

  /// Keys of the workspace, the newest first.
  ///
  /// @param user null for everybody's
  Future<List<KeyRow>> list(Call call, @Nullable UserId user) {
    return database.readInWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(LIST)
                .execute(Tuple.of(user == null ? null : user.value()))
                .map(rows -> Rows.all(rows, row -> key(row))));
  }

  Future<Void> insert(Call call, KeyRow key, AuditEvent event) {
    return database.inWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(INSERT)
                .execute(
                    Tuple.of(key.id(), key.workspace().value(), key.user().value())
                        .addBuffer(Buffer.buffer(key.hash()))
                        .addString(key.kind().name().toLowerCase(Locale.ROOT))
                        .addString(key.name())
                        .addArrayOfString(key.scopes().toArray(String[]::new))
                        .addArrayOfString(key.origins().toArray(String[]::new))
                        .addInteger(key.requestsPerWindow())
                        .addOffsetDateTime(at(key.createdAt()))
                        .addOffsetDateTime(key.expiresAt() == null ? null : at(key.expiresAt())))
                .compose(_ -> audit.append(connection, call, event)));
  }

  /// Revokes a key; false when there is none.
  ///
  /// @param user whose it must be; null for anybody's
  Future<Boolean> revoke(
      Call call, String id, @Nullable UserId user, Instant now, AuditEvent event) {
    return database.inWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(REVOKE)
                .execute(Tuple.of(id, user == null ? null : user.value(), at(now)))
                .compose(rows ->
                    rows.rowCount() == 0
                        ? Future.succeededFuture(false)
                        : audit.append(connection, call, event).map(true)));
  }

  Future<Void> used(Call call, String id, Instant now) {
    return database
        .inWorkspace(
            call, connection -> connection.preparedQuery(USED).execute(Tuple.of(id, at(now))))
        .mapEmpty();
  }

  private static KeyRow key(Row row) {
    return new KeyRow(
        row.getString("id"),
        new WorkspaceId(row.getUUID("workspace_id")),
        new UserId(row.getUUID("user_id")),
        AccountStore.role(row.getString("role")),
        row.getString("owner"),
        row.getBuffer("hash").getBytes(),
        ApiKey.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        row.getString("name"),
        Set.of(row.getArrayOfStrings("scopes")),
        List.of(row.getArrayOfStrings("origins")),
        row.getInteger("requests_per_window"),
        row.getOffsetDateTime("created_at").toInstant(),
        instant(row.getOffsetDateTime("expires_at")),
        instant(row.getOffsetDateTime("last_used_at")));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /// A key as stored.
  ///
  /// @param role of its user now
  /// @param scopes empty for everything its user may
  @SuppressWarnings("ArrayRecordComponent") // never compared as a record
  record KeyRow(
      String id,
      WorkspaceId workspace,
      UserId user,
      Role role,
      String owner,
      byte[] hash,
      ApiKey.Kind kind,
      String name,
      Set<String> scopes,
      List<String> origins,
      @Nullable Integer requestsPerWindow,
      Instant createdAt,
      @Nullable Instant expiresAt,
      @Nullable Instant lastUsedAt) {}
}
