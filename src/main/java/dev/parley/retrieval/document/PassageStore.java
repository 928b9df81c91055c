package dev.parley.retrieval.document;

import dev.parley.call.Call;
import dev.parley.platform.postgres.Database;
import dev.parley.platform.postgres.Rows;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads passages: for answers by their keys, for the index by their changes.
public final class PassageStore {
  /// Only passages of the current version of a document that is there and may be read by whoever
  /// asks, and only those whose text still stands where they say: what is cited was checked against
  /// the stored text here.
  private static final String LOAD =
      """
      SELECT c.document_id, c.version, d.title AS document_title, d.url, c.ordinal, c.heading_path,
             c.page, c.anchor, c.start_at, c.end_at, c.text, c.tokens
      FROM unnest($1::uuid[], $2::int[], $3::int[]) AS k (document_id, version, ordinal)
      JOIN chunk c USING (document_id, version, ordinal)
      JOIN document d ON d.workspace_id = c.workspace_id AND d.id = c.document_id
                     AND d.version = c.version AND d.state <> 'deleted'
      JOIN visible_base($4, $5, $6) b ON b.base_id = d.base_id
        AND (b.conversation_id IS NULL OR b.conversation_id = $7::uuid)
      JOIN document_version v ON v.workspace_id = c.workspace_id AND v.document_id = c.document_id
                             AND v.version = c.version
      WHERE substring(v.text FROM c.start_at + 1 FOR c.end_at - c.start_at) = c.text
      """;

  private static final String CHANGED =
      """
      SELECT workspace_id, id, base_id, version, title, change_number, state = 'deleted' AS deleted
      FROM document WHERE change_number > $1 ORDER BY change_number LIMIT $2
      """;
  private static final String CHUNKS =
      """
      SELECT ordinal, heading_path, page, anchor, start_at, end_at, text, tokens, model, vector
      FROM chunk WHERE workspace_id = $1 AND document_id = $2 AND version = $3 ORDER BY ordinal
      """;

  private final Database database;

  public PassageStore(Database database) {
    this.database = database;
  }

  /// The passages that are still true and that the caller may read, by key; the others are left
  /// out.
  ///
  /// @param conversation whose own documents may be among them
  public Future<Map<PassageKey, StoredPassage>> load(
      Call call, List<PassageKey> keys, @Nullable UUID conversation) {
    var viewer = Viewer.of(call);
    var parameters =
        Tuple.from(
            Arrays.asList(
                keys.stream().map(PassageKey::document).toArray(UUID[]::new),
                keys.stream().map(PassageKey::version).toArray(Integer[]::new),
                keys.stream().map(PassageKey::ordinal).toArray(Integer[]::new),
                viewer.everything(),
                viewer.person(),
                viewer.role(),
                conversation));
    return database.inWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(LOAD)
                .execute(parameters)
                .map(rows -> {
                  var found = new LinkedHashMap<PassageKey, StoredPassage>();
                  rows.forEach(row -> found.put(key(row), passage(row)));
                  return found;
                }));
  }

  /// Documents of all workspaces that changed after a change number, in order.
  public Future<List<ChangedDocument>> changedAfter(Call call, long number, int limit) {
    return database.readInEveryWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(CHANGED)
                .execute(Tuple.of(number, limit))
                .map(rows -> Rows.all(rows, row -> changed(row))));
  }

  /// The passages of one version with their vectors.
  public Future<List<EmbeddedChunk>> chunks(Call call, ChangedDocument document) {
    return database.readInEveryWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(CHUNKS)
                .execute(Tuple.of(document.workspace(), document.id(), document.version()))
                .map(rows ->
                    Rows.all(
                        rows,
                        row ->
                            new EmbeddedChunk(
                                DocumentColumns.chunk(row),
                                row.getString("model"),
                                Vectors.fromBytes(row.getBuffer("vector").getBytes())))));
  }

  private static PassageKey key(Row row) {
    return new PassageKey(
        row.getUUID("document_id"), row.getInteger("version"), row.getInteger("ordinal"));
  }

  private static StoredPassage passage(Row row) {
    return new StoredPassage(
        key(row),
        row.getString("document_title"),
        row.getString("url"),
        DocumentColumns.chunk(row));
  }

  private static ChangedDocument changed(Row row) {
    return new ChangedDocument(
        row.getUUID("workspace_id"),
        row.getUUID("id"),
        row.getUUID("base_id"),
        row.getInteger("version"),
        row.getString("title"),
        row.getLong("change_number"),
        row.getBoolean("deleted"));
  }

  /// Names one passage of one version.
  public record PassageKey(UUID document, int version, int ordinal) {}

  /// A passage whose text stands in the stored document.
  ///
  /// @param url where people find the document
  public record StoredPassage(PassageKey key, String title, @Nullable String url, Chunk chunk) {}

  /// A document of which something else can be found now than before.
  ///
  /// @param deleted whether nothing of it may be found any more
  public record ChangedDocument(
      UUID workspace,
      UUID id,
      UUID base,
      int version,
      String title,
      long changeNumber,
      boolean deleted) {}

  /// A chunk as the index needs it.
  @SuppressWarnings("ArrayRecordComponent") // never compared as a record
  public record EmbeddedChunk(Chunk chunk, String model, float[] vector) {}
}
