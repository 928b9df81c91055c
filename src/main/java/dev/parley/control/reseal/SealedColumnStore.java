package dev.parley.control.reseal;

import dev.parley.call.Call;
import dev.parley.call.WorkspaceId;
import dev.parley.platform.postgres.Database;
import dev.parley.platform.postgres.Rows;
import dev.parley.platform.seal.SealedColumn;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;

/// The sealed values of one column, for sealing them anew.
final class SealedColumnStore {
  private final Database database;
  private final String page;
  private final String replace;

  SealedColumnStore(Database database, SealedColumn column) {
    this.database = database;
    this.page =
        """
        SELECT workspace_id, id, {column} AS sealed FROM {table}
        WHERE {column} <> '' AND (workspace_id, id) > ($1, $2)
        ORDER BY workspace_id, id LIMIT $3
        """
            .replace("{table}", column.table())
            .replace("{column}", column.column());
    // Leaves a value alone that was changed since it was read.
    this.replace =
        "UPDATE {table} SET {column} = $3 WHERE id = $1 AND {column} = $2"
            .replace("{table}", column.table())
            .replace("{column}", column.column());
  }

  /// So many at most, behind this one in the order of workspaces and ids.
  Future<List<SealedValue>> after(Call call, SealedValue last, int most) {
    return database.readInEveryWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(page)
                .execute(Tuple.of(last.workspace().value(), last.id(), most))
                .map(rows -> Rows.all(rows, SealedColumnStore::value)));
  }

  /// @return false when the value was changed or removed meanwhile
  Future<Boolean> replace(Call call, SealedValue old, String sealed) {
    return database.inWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(replace)
                .execute(Tuple.of(old.id(), old.sealed(), sealed))
                .map(rows -> rows.rowCount() > 0));
  }

  private static SealedValue value(Row row) {
    return new SealedValue(
        new WorkspaceId(row.getUUID("workspace_id")), row.getUUID("id"), row.getString("sealed"));
  }

  /// The value of one row, as stored.
  record SealedValue(WorkspaceId workspace, UUID id, String sealed) {}
}
