package dev.parley.retrieval.source.kept;

import static dev.parley.retrieval.source.kept.SourceStore.at;

import dev.parley.call.Call;
import dev.parley.platform.postgres.Database;
import dev.parley.platform.postgres.Rows;
import dev.parley.retrieval.document.DocumentStore;
import dev.parley.retrieval.document.DocumentStore.Stored;
import dev.parley.retrieval.document.NewDocument;
import dev.parley.retrieval.document.TombstoneStore;
import dev.parley.retrieval.source.kept.Run.Event;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Rows of pages, and of what runs did with them. What is written is written by who holds the
/// lease, or not at all.
public final class ItemStore {
  /// A page whose document somebody deleted is not known any more.
  private static final String ALL =
      """
      SELECT i.item, i.url, i.document_id, i.etag, i.modified, i.fingerprint, i.links
      FROM source_item i
      JOIN document d ON d.workspace_id = i.workspace_id AND d.id = i.document_id
      WHERE i.source_id = $1 AND d.state <> 'deleted'
      """;

  private static final String PUT =
      """
      INSERT INTO source_item (workspace_id, source_id, item, url, document_id, etag, modified,
                               fingerprint, links)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      ON CONFLICT (workspace_id, source_id, item) DO UPDATE
      SET url = excluded.url, document_id = excluded.document_id, etag = excluded.etag,
          modified = excluded.modified, fingerprint = excluded.fingerprint, links = excluded.links
      """;
  private static final String NOTE =
      """
      INSERT INTO source_event (workspace_id, run_id, item, url, outcome, code, detail, at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
      ON CONFLICT (workspace_id, run_id, item) DO UPDATE
      SET url = excluded.url, outcome = excluded.outcome, code = excluded.code,
          detail = excluded.detail, at = excluded.at
      """;
  private static final String NOTED =
      "SELECT item, url, outcome, code, detail, at FROM source_event WHERE run_id = $1";
  private static final String SHARED =
      """
      SELECT DISTINCT document_id FROM source_item WHERE source_id <> $1 AND document_id = ANY($2)
      """;
  private static final String REMOVE =
      "DELETE FROM source_item WHERE source_id = $1 AND item = ANY($2)";
  private static final String BACKLOG =
      "SELECT count(*) AS jobs FROM ingest_job WHERE workspace_id = $1";

  private final Database database;

  public ItemStore(Database database) {
    this.database = database;
  }

  /// All pages that are known of a source.
  public Future<List<Item>> all(Call call, UUID source) {
    return database.readInWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(ALL)
                .execute(Tuple.of(source))
                .map(rows -> Rows.all(rows, ItemStore::item)));
  }

  /// What a run has noted so far.
  public Future<List<Event>> noted(Call call, UUID run) {
    return database.readInWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(NOTED)
                .execute(Tuple.of(run))
                .map(rows -> Rows.all(rows, RunColumns::event)));
  }

  /// Notes what a run did with a page, and how the page is now where that is known. Fails with
  /// [LostLease].
  public Future<Void> note(Call call, Lease lease, UUID run, Event event, @Nullable Item item) {
    return database
        .inWorkspace(
            call,
            connection ->
                LeaseStore.require(connection, lease)
                    .compose(_ -> item == null ? nothing() : put(connection, lease, item))
                    .compose(
                        _ -> connection.preparedQuery(NOTE).execute(values(lease, run, event))))
        .mapEmpty();
  }

  /// Forgets pages and what came from them alone. Fails with [LostLease].
  public Future<Void> remove(
      Call call, Lease lease, UUID run, List<Item> items, List<Event> events, Instant now) {
    var names = items.stream().map(Item::name).toArray(String[]::new);
    var documents = items.stream().map(Item::document).toList();
    var notes = events.stream().map(event -> values(lease, run, event)).toList();
    return database
        .inWorkspace(
            call,
            connection ->
                LeaseStore.require(connection, lease)
                    .compose(_ -> shared(connection, lease, documents))
                    .compose(shared -> {
                      var own = documents.stream().filter(id -> !shared.contains(id)).toList();
                      return TombstoneStore.forget(connection, own, now);
                    })
                    .compose(_ ->
                        connection
                            .preparedQuery(REMOVE)
                            .execute(Tuple.of(lease.source(), (Object) names)))
                    .compose(_ -> connection.preparedQuery(NOTE).executeBatch(notes)))
        .mapEmpty();
  }

  /// Stores a page as a document and notes that, all or nothing. Fails with [LostLease].
  ///
  /// @param noted tells what to note of the document that was stored
  public Future<Stored> take(
      Call call, Lease lease, UUID run, Arrival arrival, Function<Stored, Noted> noted) {
    return database.inWorkspace(
        call,
        connection ->
            LeaseStore.require(connection, lease)
                .compose(_ ->
                    DocumentStore.put(
                        connection, call, arrival.id(), arrival.document(), arrival.at()))
                .compose(stored -> {
                  var note = noted.apply(stored);
                  return put(connection, lease, note.item())
                      .compose(_ ->
                          connection.preparedQuery(NOTE).execute(values(lease, run, note.event())))
                      .compose(_ -> forget(connection, lease, note))
                      .map(stored);
                }));
  }

  /// Forgets the document that a page was before it got another name, unless another source has it.
  private static Future<Void> forget(SqlConnection connection, Lease lease, Noted note) {
    if (note.before() == null) {
      return nothing();
    }
    var one = List.of(note.before());
    return shared(connection, lease, one)
        .compose(shared ->
            TombstoneStore.forget(
                connection, shared.isEmpty() ? one : List.of(), note.event().at()))
        .mapEmpty();
  }

  /// Documents of the workspace that wait to be read.
  public Future<Long> backlog(Call call) {
    return database.outside(
        call,
        connection ->
            connection
                .preparedQuery(BACKLOG)
                .execute(Tuple.of(call.workspace().value()))
                .map(rows -> rows.iterator().next().getLong("jobs")));
  }

  /// Those of the documents that another source has, too.
  private static Future<List<UUID>> shared(
      SqlConnection connection, Lease lease, List<UUID> documents) {
    return connection
        .preparedQuery(SHARED)
        .execute(Tuple.of(lease.source(), (Object) documents.toArray(UUID[]::new)))
        .map(rows -> Rows.all(rows, row -> row.getUUID("document_id")));
  }

  private static Future<Void> nothing() {
    return Future.succeededFuture();
  }

  private static Future<Void> put(SqlConnection connection, Lease lease, Item item) {
    var row =
        Tuple.of(lease.workspace().value(), lease.source(), item.name(), item.url())
            .addUUID(item.document())
            .addString(item.etag())
            .addString(item.modified())
            .addBuffer(Buffer.buffer(item.fingerprint()))
            .addString(String.join("\n", item.links()));
    return connection.preparedQuery(PUT).execute(row).mapEmpty();
  }

  private static Tuple values(Lease lease, UUID run, Event event) {
    return Tuple.of(lease.workspace().value(), run, event.item(), event.url())
        .addString(Names.of(event.outcome()))
        .addString(event.code())
        .addString(event.detail())
        .addOffsetDateTime(at(event.at()));
  }

  /// A page that is to be stored.
  ///
  /// @param id of its document, if that is new
  public record Arrival(UUID id, NewDocument document, Instant at) {}

  /// What is to be noted of a page that was stored.
  ///
  /// @param before the document that it was, where that is another one
  public record Noted(Event event, Item item, @Nullable UUID before) {}

  private static Item item(Row row) {
    var links = row.getString("links");
    return new Item(
        row.getString("item"),
        row.getString("url"),
        row.getUUID("document_id"),
        row.getString("etag"),
        row.getString("modified"),
        row.getBuffer("fingerprint").getBytes(),
        links.isEmpty() ? List.of() : List.of(links.split("\n", -1)));
  }
}
