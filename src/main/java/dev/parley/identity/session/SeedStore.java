package dev.parley.identity.session;

import dev.parley.call.Call;
import dev.parley.call.WorkspaceId;
import dev.parley.platform.postgres.Database;
import dev.parley.platform.postgres.Rows;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;

/// The sealed seeds of everybody, for sealing them anew.
final class SeedStore {
  private static final String PAGE =
      """
      SELECT workspace_id, id, totp_seed FROM app_user
      WHERE totp_seed IS NOT NULL AND (workspace_id, id) > ($1, $2)
      ORDER BY workspace_id, id LIMIT $3
      """;

  /// Leaves a seed alone that was changed since it was read.
  private static final String REPLACE =
      "UPDATE app_user SET totp_seed = $3 WHERE id = $1 AND totp_seed = $2";

  private final Database database;

  SeedStore(Database database) {
    this.database = database;
  }

  /// So many at most, behind this place in the order of workspaces and people.
  Future<List<Seed>> page(Call call, WorkspaceId workspace, UUID user, int most) {
    return database.readInEveryWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(PAGE)
                .execute(Tuple.of(workspace.value(), user, most))
                .map(rows -> Rows.all(rows, row -> seed(row))));
  }

  /// @return false when the seed was changed or removed meanwhile
  Future<Boolean> replace(Call call, Seed old, String sealed) {
    return database.inWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(REPLACE)
                .execute(Tuple.of(old.user(), old.sealed(), sealed))
                .map(rows -> rows.rowCount() > 0));
  }

  private static Seed seed(Row row) {
    return new Seed(
        new WorkspaceId(row.getUUID("workspace_id")),
        row.getUUID("id"),
        row.getString("totp_seed"));
  }

  /// One person's seed, as stored.
  record Seed(WorkspaceId workspace, UUID user, String sealed) {}
}
