package dev.parley.retrieval.document;

import static dev.parley.retrieval.document.DocumentColumns.at;

import dev.parley.call.Call;
import dev.parley.platform.http.Json;
import dev.parley.platform.postgres.Database;
import dev.parley.platform.postgres.Rows;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Versions of documents and their passages. Every change of what can be found gets the next change
/// number in the transaction that makes it.
public final class VersionStore {
  private static final String LOCK =
      """
      SELECT version FROM document
      WHERE id = $1 AND state <> 'deleted' AND content_hash = $2
      FOR UPDATE
      """;
  private static final String BASE =
      """
      SELECT base_id FROM document WHERE id = $1 AND state <> 'deleted'
      """;
  private static final String NEXT_CHANGE =
      """
      UPDATE index_change SET last = last + 1 RETURNING last
      """;
  private static final String INSERT_VERSION =
      """
      INSERT INTO document_version (workspace_id, document_id, version, title, url, text, blocks,
                                    created_at)
      SELECT workspace_id, id, $2, $3, url, $4, $5, $6 FROM document WHERE id = $1
      """;
  private static final String DELETE_CHUNKS =
      """
      DELETE FROM chunk WHERE document_id = $1
      """;
  private static final String INSERT_CHUNK =
      """
      INSERT INTO chunk (workspace_id, document_id, version, ordinal, heading_path, page, anchor,
                         start_at, end_at, text, tokens, model, vector)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
      """;
  private static final String PUBLISH =
      """
      UPDATE document
      SET state = 'ready', version = $2, title = $3, passages = $4, change_number = $5,
          error_code = NULL, error_message = NULL, updated_at = $6
      WHERE id = $1
      """;
  private static final String CONTENT =
      """
      SELECT v.version, v.version = d.version AS current, v.title, v.url, v.text, v.blocks
      FROM document_version v
      JOIN document d ON d.workspace_id = v.workspace_id AND d.id = v.document_id
      WHERE v.document_id = $1 AND v.version = coalesce($2, d.version) AND d.state <> 'deleted'
        AND d.base_id IN (SELECT base_id FROM visible_base($3, $4, $5))
      """;

  private final Database database;

  public VersionStore(Database database) {
    this.database = database;
  }

  /// Makes a text the current version of its document and lets it be found: all or nothing.
  ///
  /// @param contentHash of the bytes the text was read from; when newer bytes have come meanwhile,
  ///   nothing is stored
  /// @return the new version, or empty when newer bytes have come or the document is gone
  public Future<Optional<Integer>> publish(
      Call call, UUID id, byte[] contentHash, NewVersion text, Instant now) {
    return database.inWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(LOCK)
                .execute(Tuple.of(id, Buffer.buffer(contentHash)))
                .compose(rows ->
                    rows.size() == 0
                        ? Future.succeededFuture(Optional.<Integer>empty())
                        : store(
                                connection,
                                call,
                                id,
                                rows.iterator().next().getInteger(0) + 1,
                                text,
                                now)
                            .map(Optional::of)));
  }

  /// Forgets a document: its texts, passages, vectors and bytes. False when there is none; fails
  /// with a [BaseProblem] where the caller may not change its base.
  public Future<Boolean> delete(Call call, UUID id, Instant now) {
    return database.inWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(BASE)
                .execute(Tuple.of(id))
                .compose(rows ->
                    rows.size() == 0
                        ? Future.succeededFuture(false)
                        : BaseStore.requireEditable(
                                connection, call, rows.iterator().next().getUUID("base_id"))
                            .compose(_ ->
                                TombstoneStore.forget(connection, List.of(id), now)
                                    .map(forgotten -> forgotten > 0))));
  }

  /// The text of a version that the caller may read, the current one when `version` is null.
  public Future<Optional<Content>> content(Call call, UUID id, @Nullable Integer version) {
    var viewer = Viewer.of(call);
    var parameters = Tuple.of(id, version, viewer.everything(), viewer.person(), viewer.role());
    return database.inWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(CONTENT)
                .execute(parameters)
                .map(rows -> Rows.first(rows, row -> content(row))));
  }

  private static Future<Integer> store(
      SqlConnection connection, Call call, UUID id, int version, NewVersion text, Instant now) {
    var document = text.document();
    var blocks = Json.text(document.blocks());
    return connection
        .preparedQuery(INSERT_VERSION)
        .execute(Tuple.of(id, version, text.title(), document.text(), blocks, at(now)))
        .compose(_ -> connection.preparedQuery(DELETE_CHUNKS).execute(Tuple.of(id)))
        .compose(_ -> insertChunks(connection, call, id, version, text))
        .compose(_ -> nextChange(connection)) // late: it holds up every other change until commit
        .compose(change ->
            connection
                .preparedQuery(PUBLISH)
                .execute(
                    Tuple.of(id, version, text.title(), text.chunks().size(), change, at(now))))
        .map(version);
  }

  private static Future<?> insertChunks(
      SqlConnection connection, Call call, UUID id, int version, NewVersion text) {
    var rows = new ArrayList<Tuple>();
    for (var i = 0; i < text.chunks().size(); i++) {
      var chunk = text.chunks().get(i);
      rows.add(
          Tuple.from(
              Arrays.asList(
                  call.workspace().value(),
                  id,
                  version,
                  chunk.ordinal(),
                  chunk.headingPath().toArray(String[]::new),
                  chunk.page(),
                  chunk.anchor(),
                  chunk.start(),
                  chunk.end(),
                  chunk.text(),
                  chunk.tokens(),
                  text.model(),
                  Buffer.buffer(Vectors.toBytes(text.vectors().get(i))))));
    }
    return rows.isEmpty()
        ? Future.succeededFuture()
        : connection.preparedQuery(INSERT_CHUNK).executeBatch(rows);
  }

  private static Future<Long> nextChange(SqlConnection connection) {
    return connection
        .preparedQuery(NEXT_CHANGE)
        .execute()
        .map(rows -> rows.iterator().next().getLong(0));
  }

  private static Content content(Row row) {
    return new Content(
        row.getInteger("version"),
        row.getBoolean("current"),
        row.getString("title"),
        row.getString("url"),
        row.getString("text"),
        List.of(Json.readOwn(row.getString("blocks"), Block[].class)));
  }

  /// A text that is ready to be found.
  ///
  /// @param model that made the vectors
  /// @param vectors one per chunk, in order
  public record NewVersion(
      String title,
      ParsedDocument document,
      List<Chunk> chunks,
      String model,
      List<float[]> vectors) {
    public NewVersion {
      chunks = List.copyOf(chunks);
      vectors = List.copyOf(vectors);
      if (chunks.size() != vectors.size()) {
        throw new IllegalArgumentException("one vector per chunk");
      }
    }
  }

  /// The text of one version.
  public record Content(
      int version,
      boolean current,
      String title,
      @Nullable String url,
      String text,
      List<Block> blocks) {}
}
