package dev.parley.retrieval.document;

import dev.parley.call.Call;
import dev.parley.platform.postgres.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Rows of knowledge bases.
public final class BaseStore {
  private static final String ENSURE =
      """
      INSERT INTO knowledge_base (workspace_id, id, slug, name, created_at)
      VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT (workspace_id, slug) DO NOTHING
      """;
  private static final String LIST =
      """
      SELECT b.id, b.slug, b.name,
             (SELECT count(*) FROM document d
              WHERE d.workspace_id = b.workspace_id AND d.base_id = b.id AND d.state <> 'deleted')
               AS documents
      FROM knowledge_base b
      ORDER BY b.created_at, b.id
      """;

  private final Database database;

  public BaseStore(Database database) {
    this.database = database;
  }

  /// Makes the base unless one with this slug is there, and returns all.
  public Future<List<BaseRow>> ensure(Call call, UUID id, String slug, String name, Instant now) {
    return database.inWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(ENSURE)
                .execute(
                    Tuple.of(call.workspace().value(), id, slug, name, DocumentColumns.at(now)))
                .compose(_ -> connection.preparedQuery(LIST).execute())
                .map(BaseStore::bases));
  }

  /// All bases, the oldest first.
  public Future<List<BaseRow>> list(Call call) {
    return database.inWorkspace(
        call, connection -> connection.preparedQuery(LIST).execute().map(BaseStore::bases));
  }

  private static List<BaseRow> bases(RowSet<Row> rows) {
    var bases = new ArrayList<BaseRow>();
    for (var row : rows) {
      bases.add(
          new BaseRow(
              row.getUUID("id"),
              row.getString("slug"),
              row.getString("name"),
              row.getLong("documents")));
    }
    return bases;
  }

  /// A knowledge base.
  ///
  /// @param documents how many it holds
  public record BaseRow(UUID id, String slug, String name, long documents) {}
}
