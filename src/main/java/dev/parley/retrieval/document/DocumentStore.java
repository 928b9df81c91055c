package dev.parley.retrieval.document;

import static dev.parley.retrieval.document.DocumentColumns.at;

import dev.parley.call.Call;
import dev.parley.platform.postgres.Database;
import dev.parley.platform.postgres.Rows;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Rows of documents and of what was uploaded for them.
public final class DocumentStore {
  private static final String LIST =
      "SELECT "
          + DocumentColumns.ALL
          + """
          FROM document
          WHERE state <> 'deleted'
            AND base_id IN (SELECT base_id FROM visible_base($7, $8, $9)
                            WHERE conversation_id IS NULL)
            AND ($1::uuid IS NULL OR base_id = $1)
            AND ($2::text IS NULL OR state = $2)
            AND ($3::text IS NULL OR strpos(lower(name || ' ' || title), lower($3)) > 0)
            AND ($4::text IS NULL OR (name, id::text) > ($4, $5))
          ORDER BY name, id
          LIMIT $6
          """;
  private static final String OF_CONVERSATION =
      "SELECT "
          + DocumentColumns.ALL
          + """
          FROM document
          WHERE state <> 'deleted'
            AND base_id IN (SELECT base_id FROM visible_base($2, $3, $4)
                            WHERE conversation_id = $1)
          ORDER BY created_at, id
          """;
  private static final String COUNT =
      """
      SELECT state, count(*) AS documents FROM document
      WHERE state <> 'deleted' AND ($1::uuid IS NULL OR base_id = $1)
        AND base_id IN (SELECT base_id FROM visible_base($2, $3, $4) WHERE conversation_id IS NULL)
      GROUP BY state
      """;
  private static final String FIND =
      "SELECT " + DocumentColumns.ALL + " FROM document WHERE id = $1 AND state <> 'deleted'";
  private static final String FIND_VISIBLE =
      "SELECT "
          + DocumentColumns.ALL
          + """
          FROM document
          WHERE id = $1 AND state <> 'deleted'
            AND base_id IN (SELECT base_id FROM visible_base($2, $3, $4))
          """;
  private static final String FIND_BY_NAME =
      "SELECT "
          + DocumentColumns.ALL
          + """
          FROM document
          WHERE base_id = $1 AND name = $2 AND state <> 'deleted'
          FOR UPDATE
          """;
  private static final String INSERT =
      """
      INSERT INTO document (workspace_id, id, base_id, name, title, url, fetch_url, media_type,
                            size_bytes, content_hash, state, created_at, updated_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'queued', $11, $11)
      """;
  private static final String RENEW =
      """
      UPDATE document
      SET url = coalesce($2, url), fetch_url = $3, media_type = $4, size_bytes = $5,
          content_hash = $6, state = 'queued', done = 0, total = 0, error_code = NULL,
          error_message = NULL, updated_at = $7
      WHERE id = $1
      """;
  private static final String PUT_UPLOAD =
      """
      INSERT INTO document_upload (workspace_id, document_id, content) VALUES ($1, $2, $3)
      ON CONFLICT (workspace_id, document_id) DO UPDATE SET content = excluded.content
      """;
  private static final String QUEUE =
      """
      INSERT INTO ingest_job (workspace_id, document_id, priority, not_before, created_at)
      VALUES ($1, $2, $4, $3, $3)
      ON CONFLICT (workspace_id, document_id)
      DO UPDATE SET attempts = 0, lease_owner = NULL, lease_until = NULL,
                    not_before = excluded.not_before, priority = excluded.priority
      """;
  private static final String UPLOAD =
      """
      SELECT content FROM document_upload WHERE document_id = $1
      """;
  private static final String FETCHED =
      """
      UPDATE document SET content_hash = $2, size_bytes = $3, media_type = $4 WHERE id = $1
      """;
  private static final String PROGRESS =
      """
      UPDATE document SET state = $2, done = $3, total = $4, updated_at = $5
      WHERE id = $1 AND state IN ('queued', 'reading', 'embedding')
      """;
  private static final String FAIL =
      """
      UPDATE document
      SET state = 'failed', error_code = $2, error_message = $3, updated_at = $4
      WHERE id = $1 AND state <> 'deleted'
      """;

  private final Database database;

  public DocumentStore(Database database) {
    this.database = database;
  }

  /// Documents that the caller may read, by name, those after `after` in that order.
  public Future<List<DocumentRow>> list(Call call, Filter filter, int limit) {
    var after = filter.after();
    var viewer = Viewer.of(call);
    var parameters =
        Tuple.from(
            Arrays.asList(
                filter.base(),
                filter.state(),
                filter.words(),
                after == null ? null : after.name(),
                after == null ? null : after.id().toString(),
                limit,
                viewer.everything(),
                viewer.person(),
                viewer.role()));
    return database.inWorkspace(
        call,
        connection ->
            connection.preparedQuery(LIST).execute(parameters).map(DocumentStore::documents));
  }

  /// The documents of a conversation of the caller, the oldest first.
  public Future<List<DocumentRow>> ofConversation(Call call, UUID conversation) {
    var viewer = Viewer.of(call);
    return database.readInWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(OF_CONVERSATION)
                .execute(
                    Tuple.of(conversation, viewer.everything(), viewer.person(), viewer.role()))
                .map(DocumentStore::documents));
  }

  /// How many documents that the caller may read are in which state, by the state's name.
  public Future<Map<String, Long>> count(Call call, @Nullable UUID base) {
    var viewer = Viewer.of(call);
    return database.inWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(COUNT)
                .execute(Tuple.of(base, viewer.everything(), viewer.person(), viewer.role()))
                .map(rows -> {
                  var counts = new LinkedHashMap<String, Long>();
                  rows.forEach(row -> counts.put(row.getString("state"), row.getLong("documents")));
                  return counts;
                }));
  }

  /// A document that the caller may read.
  public Future<Optional<DocumentRow>> find(Call call, UUID id) {
    var viewer = Viewer.of(call);
    return database.readInWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(FIND_VISIBLE)
                .execute(Tuple.of(id, viewer.everything(), viewer.person(), viewer.role()))
                .map(rows -> documents(rows).stream().findFirst()));
  }

  /// A document, whoever may read it: for those who read it in.
  public Future<Optional<DocumentRow>> findAny(Call call, UUID id) {
    return database.inWorkspace(call, connection -> find(connection, id));
  }

  /// Stores an upload, or a wish to fetch, and queues it, all or nothing. When a document of this
  /// name has the same bytes and did not fail, nothing changes. Fails with a [BaseProblem] where
  /// the caller may not change the base.
  ///
  /// @param id of the document, if it is new
  public Future<Stored> put(Call call, UUID id, NewDocument document, Instant now) {
    return database.inWorkspace(call, connection -> put(connection, call, id, document, now));
  }

  /// The same as a part of another store's transaction.
  public static Future<Stored> put(
      SqlConnection transaction, Call call, UUID id, NewDocument document, Instant now) {
    return BaseStore.requireEditable(transaction, call, document.baseId())
        .compose(_ ->
            transaction
                .preparedQuery(FIND_BY_NAME)
                .execute(Tuple.of(document.baseId(), document.name())))
        .map(rows -> documents(rows).stream().findFirst())
        .compose(known ->
            known.filter(document::isSameAs).isPresent()
                ? Future.succeededFuture(new Stored(known.get(), false))
                : renew(transaction, call, known, id, document, now));
  }

  /// The bytes that were uploaded or fetched last.
  public Future<Optional<byte[]>> upload(Call call, UUID id) {
    return database.inWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(UPLOAD)
                .execute(Tuple.of(id))
                .map(rows -> Rows.first(rows, row -> row.getBuffer(0).getBytes())));
  }

  /// Stores what was fetched, as if it had been uploaded.
  public Future<Void> fetched(Call call, UUID id, byte[] content, byte[] hash, String mediaType) {
    return database
        .inWorkspace(
            call,
            connection ->
                putUpload(connection, call, id, content)
                    .compose(_ ->
                        connection
                            .preparedQuery(FETCHED)
                            .execute(
                                Tuple.of(
                                    id, Buffer.buffer(hash), (long) content.length, mediaType))))
        .mapEmpty();
  }

  /// Notes how far the work on a document is.
  public Future<Void> progress(
      Call call, UUID id, DocumentRow.State state, int done, int total, Instant now) {
    var name = state.name().toLowerCase(Locale.ROOT);
    return database
        .inWorkspace(
            call,
            connection ->
                connection
                    .preparedQuery(PROGRESS)
                    .execute(Tuple.of(id, name, done, total, at(now))))
        .mapEmpty();
  }

  /// Notes why a document cannot be read. An earlier version goes on being found.
  public Future<Void> fail(Call call, UUID id, String code, String message, Instant now) {
    return database
        .inWorkspace(
            call,
            connection ->
                connection.preparedQuery(FAIL).execute(Tuple.of(id, code, message, at(now))))
        .mapEmpty();
  }

  private static Future<Stored> renew(
      SqlConnection connection,
      Call call,
      Optional<DocumentRow> known,
      UUID newId,
      NewDocument document,
      Instant now) {
    var id = known.map(DocumentRow::id).orElse(newId);
    var written =
        known.isPresent()
            ? connection.preparedQuery(RENEW).execute(renewal(id, document, now))
            : connection.preparedQuery(INSERT).execute(insertion(call, id, document, now));
    return written
        .compose(_ -> putUpload(connection, call, id, document.content()))
        .compose(_ ->
            connection
                .preparedQuery(QUEUE)
                .execute(
                    Tuple.of(call.workspace().value(), id, at(now), document.bySource() ? 1 : 0)))
        .compose(_ -> find(connection, id))
        .map(row -> new Stored(row.orElseThrow(), true));
  }

  private static Tuple insertion(Call call, UUID id, NewDocument document, Instant now) {
    return Tuple.from(
        Arrays.asList(
            call.workspace().value(),
            id,
            document.baseId(),
            document.name(),
            document.title(),
            document.url(),
            document.fetchUrl(),
            document.mediaType(),
            document.size(),
            hash(document),
            at(now)));
  }

  private static Tuple renewal(UUID id, NewDocument document, Instant now) {
    return Tuple.from(
        Arrays.asList(
            id,
            document.url(),
            document.fetchUrl(),
            document.mediaType(),
            document.size(),
            hash(document),
            at(now)));
  }

  private static @Nullable Buffer hash(NewDocument document) {
    return document.contentHash() == null ? null : Buffer.buffer(document.contentHash());
  }

  private static Future<?> putUpload(
      SqlConnection connection, Call call, UUID id, byte @Nullable [] content) {
    return content == null
        ? Future.succeededFuture()
        : connection
            .preparedQuery(PUT_UPLOAD)
            .execute(Tuple.of(call.workspace().value(), id, Buffer.buffer(content)));
  }

  private static Future<Optional<DocumentRow>> find(SqlConnection connection, UUID id) {
    return connection
        .preparedQuery(FIND)
        .execute(Tuple.of(id))
        .map(rows -> documents(rows).stream().findFirst());
  }

  private static List<DocumentRow> documents(RowSet<Row> rows) {
    var documents = new ArrayList<DocumentRow>();
    rows.forEach(row -> documents.add(DocumentColumns.document(row)));
    return documents;
  }

  /// Which documents to list.
  public record Filter(
      @Nullable UUID base, @Nullable String state, @Nullable String words, @Nullable After after) {}

  /// The last document of the page before.
  public record After(String name, UUID id) {}

  /// A document, and whether it was changed by what was just sent.
  public record Stored(DocumentRow document, boolean changed) {}
}
