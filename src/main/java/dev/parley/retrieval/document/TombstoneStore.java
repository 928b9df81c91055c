package dev.parley.retrieval.document;

import static dev.parley.retrieval.document.DocumentColumns.at;

import dev.parley.platform.postgres.Rows;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Forgets documents in the transaction of somebody else. What stays of each is its row without a
/// word, with a number of its own, so that every replica hears of it.
public final class TombstoneStore {
  // In the order in which reading in takes its locks: the documents, then the counter.
  private static final String LOCK_OF_BASE =
      """
      SELECT id FROM document WHERE base_id = $1 AND state <> 'deleted' ORDER BY id FOR UPDATE
      """;
  private static final String LOCK =
      """
      SELECT id FROM document WHERE id = ANY($1) AND state <> 'deleted' ORDER BY id FOR UPDATE
      """;

  private static final String NUMBERS =
      """
      UPDATE index_change SET last = last + $1 RETURNING last - $1 AS before
      """;
  private static final String FORGET =
      """
      UPDATE document d
      SET state = 'deleted', change_number = $2 + gone.place, passages = 0, content_hash = NULL,
          title = '', url = NULL, fetch_url = NULL, error_message = NULL, updated_at = $3
      FROM unnest($1::uuid[]) WITH ORDINALITY AS gone (id, place)
      WHERE d.id = gone.id
      """;
  private static final String DELETE_CHUNKS = "DELETE FROM chunk WHERE document_id = ANY($1)";
  private static final String DELETE_VERSIONS =
      "DELETE FROM document_version WHERE document_id = ANY($1)";
  private static final String DELETE_UPLOADS =
      "DELETE FROM document_upload WHERE document_id = ANY($1)";
  private static final String DELETE_JOBS = "DELETE FROM ingest_job WHERE document_id = ANY($1)";

  private static final String OF_CONVERSATION =
      """
      SELECT id FROM knowledge_base WHERE conversation_id = $1 AND deleted_at IS NULL FOR UPDATE
      """;
  private static final String CLOSE =
      """
      UPDATE knowledge_base
      SET deleted_at = $2, conversation_id = NULL, owner_id = NULL, everybody = 'none'
      WHERE id = $1
      """;

  private TombstoneStore() {}

  /// Forgets the documents of a conversation, before it is deleted itself. Its row is to be locked.
  public static Future<Void> forgetConversation(
      SqlConnection connection, UUID conversation, Instant now) {
    return connection
        .preparedQuery(OF_CONVERSATION)
        .execute(Tuple.of(conversation))
        .compose(rows -> {
          if (rows.size() == 0) {
            return Future.succeededFuture();
          }
          var base = rows.iterator().next().getUUID("id");
          return forget(connection, base, now)
              .compose(_ -> connection.preparedQuery(CLOSE).execute(Tuple.of(base, at(now))));
        })
        .mapEmpty();
  }

  /// Forgets the documents of a base: texts, passages, vectors and bytes. Nobody may be adding any
  /// meanwhile, so the row of the base is to be locked.
  public static Future<Integer> forget(SqlConnection connection, UUID base, Instant now) {
    return locked(connection, LOCK_OF_BASE, base)
        .compose(gone -> erase(connection, gone, now).map(gone.size()));
  }

  /// Forgets these documents, as far as they are there, and says how many were. To be among the
  /// last statements: from here to the commit, nothing else that can be found changes.
  public static Future<Integer> forget(
      SqlConnection connection, List<UUID> documents, Instant now) {
    return documents.isEmpty()
        ? Future.succeededFuture(0)
        : locked(connection, LOCK, documents.toArray(UUID[]::new))
            .compose(gone -> erase(connection, gone, now).map(gone.size()));
  }

  private static Future<List<UUID>> locked(SqlConnection connection, String which, Object ids) {
    return connection
        .preparedQuery(which)
        .execute(Tuple.of(ids))
        .map(rows -> Rows.all(rows, row -> row.getUUID("id")));
  }

  private static Future<?> erase(SqlConnection connection, List<UUID> gone, Instant now) {
    if (gone.isEmpty()) {
      return Future.succeededFuture();
    }
    var ids = gone.toArray(UUID[]::new);
    return connection
        .preparedQuery(NUMBERS)
        .execute(Tuple.of((long) ids.length))
        .map(rows -> rows.iterator().next().getLong("before"))
        .compose(before -> connection.preparedQuery(FORGET).execute(Tuple.of(ids, before, at(now))))
        .compose(_ ->
            Future.all(
                connection.preparedQuery(DELETE_CHUNKS).execute(Tuple.of(ids)),
                connection.preparedQuery(DELETE_VERSIONS).execute(Tuple.of(ids)),
                connection.preparedQuery(DELETE_UPLOADS).execute(Tuple.of(ids)),
                connection.preparedQuery(DELETE_JOBS).execute(Tuple.of(ids))));
  }
}
