package dev.parley.identity;

import dev.parley.call.Call;
import dev.parley.call.Caller;
import dev.parley.call.WorkspaceId;
import dev.parley.identity.Workspaces.Known;
import dev.parley.identity.Workspaces.Stored;
import dev.parley.platform.postgres.Database;
import dev.parley.platform.postgres.Rows;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Rows of workspaces and of the set-up token.
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
  private static final String WORKSPACES = "SELECT id FROM workspace ORDER BY created_at, id";
  private static final String WORKSPACE =
      """
      SELECT w.name, EXISTS (SELECT FROM app_user u WHERE u.role = 'owner') AS has_owner,
             (SELECT u.name FROM app_user u WHERE u.id = $2) AS caller_name
      FROM workspace w WHERE w.id = $1
      """;
  private static final String KNOWN =
      """
      SELECT id, name, email FROM app_user
      WHERE workspace_id = current_setting('parley.workspace')::uuid AND id = ANY($1)
      """;
  private static final String PUT_SETUP_TOKEN =
      """
      INSERT INTO setup_token (hash, created_at) VALUES ($1, $2)
      ON CONFLICT (only_one) DO UPDATE SET hash = excluded.hash, created_at = excluded.created_at
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

  Future<List<WorkspaceId>> workspaces(Call call) {
    return database.readOutside(
        call,
        connection ->
            connection
                .query(WORKSPACES)
                .execute()
                .map(rows -> Rows.all(rows, row -> new WorkspaceId(row.getUUID("id")))));
  }

  Future<Stored> workspace(Call call) {
    return database.inWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(WORKSPACE)
                .execute(Tuple.of(call.workspace().value(), user(call.caller())))
                .map(rows -> rows.iterator().next())
                .map(row ->
                    new Stored(
                        row.getString("name"),
                        row.getBoolean("has_owner"),
                        Optional.ofNullable(row.getString("caller_name")))));
  }

  Future<Map<UUID, Known>> known(Call call, List<UUID> ids) {
    return database.readInWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(KNOWN)
                .execute(Tuple.tuple().addArrayOfUUID(ids.toArray(UUID[]::new)))
                .map(rows -> {
                  var all = new HashMap<UUID, Known>();
                  for (var row : rows) {
                    var known = new Known(row.getString("name"), row.getString("email"));
                    all.put(row.getUUID("id"), known);
                  }
                  return all;
                }));
  }

  private static @Nullable UUID user(Caller caller) {
    return switch (caller) {
      case Caller.Person person -> person.user().value();
      case Caller.Key key -> key.user().value();
      case Caller.Anonymous _, Caller.Parley _ -> null;
    };
  }

  Future<Void> putSetupToken(Call call, byte[] hash, Instant now) {
    return database
        .outside(
            call,
            connection ->
                connection.preparedQuery(PUT_SETUP_TOKEN).execute(Tuple.of(buffer(hash), at(now))))
        .mapEmpty();
  }

  private static Buffer buffer(byte[] bytes) {
    return Buffer.buffer(bytes);
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
