package dev.parley.identity;

import dev.parley.call.Call;
import dev.parley.call.UserId;
import dev.parley.call.WorkspaceId;
import dev.parley.identity.Workspaces.Workspace;
import dev.parley.platform.postgres.Database;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/// Rows of workspaces, users, keys and the set-up token.
final class IdentityStore {
  private static final String INSERT_FIRST_WORKSPACE =
      """
      INSERT INTO workspace (id, name, created_at)
      SELECT $1, $2, $3 WHERE NOT EXISTS (SELECT FROM workspace)
      """;
  private static final String FIRST_WORKSPACE =
      """
      SELECT id FROM workspace ORDER BY created_at, id LIMIT 1
      """;
  private static final String WORKSPACE =
      """
      SELECT w.name, EXISTS (SELECT FROM app_user u WHERE u.role = 'owner') AS has_owner
      FROM workspace w WHERE w.id = $1
      """;
  private static final String FIND_KEY =
      """
      SELECT id, workspace_id, user_id, hash FROM api_key WHERE id = $1 AND revoked_at IS NULL
      """;
  private static final String PUT_SETUP_TOKEN =
      """
      INSERT INTO setup_token (hash, created_at) VALUES ($1, $2)
      ON CONFLICT (only_one) DO UPDATE SET hash = excluded.hash, created_at = excluded.created_at
      """;
  private static final String USE_SETUP_TOKEN =
      """
      DELETE FROM setup_token WHERE hash = $1
      """;
  private static final String RENAME_WORKSPACE =
      """
      UPDATE workspace SET name = $2 WHERE id = $1
      """;
  private static final String INSERT_USER =
      """
      INSERT INTO app_user (workspace_id, id, email, name, role, created_at)
      VALUES ($1, $2, $3, $4, $5, $6)
      """;
  private static final String INSERT_KEY =
      """
      INSERT INTO api_key (id, workspace_id, user_id, hash, created_at) VALUES ($1, $2, $3, $4, $5)
      """;

  private final Database database;

  IdentityStore(Database database) {
    this.database = database;
  }

  /// Makes the first workspace where there is none, and returns the oldest.
  Future<WorkspaceId> firstWorkspace(Call call, UUID id, String name, Instant now) {
    return database.outside(
        call,
        connection ->
            connection
                .preparedQuery(INSERT_FIRST_WORKSPACE)
                .execute(Tuple.of(id, name, at(now)))
                .compose(_ -> connection.query(FIRST_WORKSPACE).execute())
                .map(rows -> new WorkspaceId(rows.iterator().next().getUUID(0))));
  }

  Future<Workspace> workspace(Call call) {
    return database.inWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(WORKSPACE)
                .execute(Tuple.of(call.workspace().value()))
                .map(rows -> rows.iterator().next())
                .map(row -> new Workspace(row.getString("name"), row.getBoolean("has_owner"))));
  }

  Future<Optional<KeyRow>> findKey(Call call, String id) {
    return database.outside(
        call,
        connection ->
            connection
                .preparedQuery(FIND_KEY)
                .execute(Tuple.of(id))
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next())
                .map(row -> Optional.ofNullable(row).map(IdentityStore::key)));
  }

  Future<Void> putSetupToken(Call call, byte[] hash, Instant now) {
    return database
        .outside(
            call,
            connection ->
                connection.preparedQuery(PUT_SETUP_TOKEN).execute(Tuple.of(buffer(hash), at(now))))
        .mapEmpty();
  }

  /// Uses up the token and makes the owner and their key, all or nothing; false when the token is
  /// not the current one.
  Future<Boolean> setUp(Call call, byte[] tokenHash, Owner owner, KeyRow key, Instant now) {
    return database.inWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(USE_SETUP_TOKEN)
                .execute(Tuple.of(buffer(tokenHash)))
                .compose(used ->
                    used.rowCount() == 0
                        ? Future.succeededFuture(false)
                        : insertOwner(connection, owner, key, now).map(true)));
  }

  private static Future<?> insertOwner(
      SqlConnection connection, Owner owner, KeyRow key, Instant now) {
    var workspace = key.workspace().value();
    var user = key.user().value();
    return connection
        .preparedQuery(RENAME_WORKSPACE)
        .execute(Tuple.of(workspace, owner.workspaceName()))
        .compose(_ ->
            connection
                .preparedQuery(INSERT_USER)
                .execute(Tuple.of(workspace, user, owner.email(), owner.name(), "owner", at(now))))
        .compose(_ ->
            connection
                .preparedQuery(INSERT_KEY)
                .execute(Tuple.of(key.id(), workspace, user, buffer(key.hash()), at(now))));
  }

  private static KeyRow key(Row row) {
    return new KeyRow(
        row.getString("id"),
        new WorkspaceId(row.getUUID("workspace_id")),
        new UserId(row.getUUID("user_id")),
        row.getBuffer("hash").getBytes());
  }

  private static Buffer buffer(byte[] bytes) {
    return Buffer.buffer(bytes);
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /// A key as stored.
  @SuppressWarnings("ArrayRecordComponent") // never compared as a record
  record KeyRow(String id, WorkspaceId workspace, UserId user, byte[] hash) {}

  /// The person who sets the workspace up.
  record Owner(String workspaceName, String name, String email) {}
}
