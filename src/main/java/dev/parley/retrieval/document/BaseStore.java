package dev.parley.retrieval.document;

import dev.parley.call.Call;
import dev.parley.platform.postgres.Database;
import dev.parley.platform.postgres.Rows;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Rows of knowledge bases, as those see them who may read them.
public final class BaseStore {
  private static final String ENSURE =
      """
      WITH made AS (
        INSERT INTO knowledge_base (workspace_id, id, slug, name, created_at)
        VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (workspace_id, slug) WHERE deleted_at IS NULL DO NOTHING
        RETURNING workspace_id, id)
      INSERT INTO base_grant (workspace_id, base_id, role, level)
      SELECT workspace_id, id, 'agent', 'editor' FROM made
      """;
  private static final String DELETED =
      """
      SELECT EXISTS (SELECT FROM knowledge_base WHERE slug = $1 AND deleted_at IS NOT NULL)
         AND NOT EXISTS (SELECT FROM knowledge_base WHERE slug = $1 AND deleted_at IS NULL)
             AS was_deleted
      """;
  private static final String LIST =
      """
      SELECT b.id, b.slug, b.name, b.description, b.everybody, v.editable,
             (SELECT count(*) FROM document d
              WHERE d.workspace_id = b.workspace_id AND d.base_id = b.id AND d.state <> 'deleted')
               AS documents
      FROM visible_base($1, $2, $3) v
      JOIN knowledge_base b
        ON b.workspace_id = current_setting('parley.workspace')::uuid AND b.id = v.base_id
      WHERE v.conversation_id IS NULL
      ORDER BY b.created_at, b.id
      """;
  private static final String ENSURE_PRIVATE =
      """
      INSERT INTO knowledge_base (workspace_id, id, slug, name, everybody, conversation_id, owner_id,
                                  created_at)
      VALUES ($1, $2, 'conversation-' || $3::uuid, '', 'none', $3, $4, $5)
      ON CONFLICT (workspace_id, conversation_id) WHERE conversation_id IS NOT NULL DO NOTHING
      """;
  private static final String PRIVATE =
      """
      SELECT base_id FROM visible_base($1, $2, $3) WHERE conversation_id = $4
      """;
  private static final String SEARCHED =
      """
      SELECT base_id, conversation_id IS NOT NULL AS own FROM visible_base($1, $2, $3)
      WHERE CASE WHEN conversation_id IS NULL THEN $4::uuid[] IS NULL OR base_id = ANY ($4)
                 ELSE conversation_id = $5::uuid END
      """;

  /// Waits for whoever deletes the base, and lets nobody delete it until the end.
  private static final String LOCK =
      """
      SELECT id FROM knowledge_base WHERE id = $1 AND deleted_at IS NULL FOR SHARE
      """;

  private static final String EDITABLE =
      """
      SELECT editable, conversation_id IS NOT NULL AS own
      FROM visible_base($2, $3, $4) WHERE base_id = $1
      """;

  private final Database database;

  public BaseStore(Database database) {
    this.database = database;
  }

  /// Makes the base unless one with this slug is there, and returns all that the caller may read.
  public Future<List<BaseRow>> ensure(Call call, UUID id, String slug, String name, Instant now) {
    return database.inWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(ENSURE)
                .execute(
                    Tuple.of(call.workspace().value(), id, slug, name, DocumentColumns.at(now)))
                .compose(_ -> list(connection, Viewer.of(call))));
  }

  /// The base of a conversation of the caller, made unless it is there.
  public Future<UUID> ensurePrivate(Call call, UUID id, UUID conversation, Instant now) {
    var viewer = Viewer.of(call);
    return database.inWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(ENSURE_PRIVATE)
                .execute(
                    Tuple.of(
                        call.workspace().value(),
                        id,
                        conversation,
                        viewer.person(),
                        DocumentColumns.at(now)))
                .compose(_ ->
                    connection
                        .preparedQuery(PRIVATE)
                        .execute(
                            Tuple.of(
                                viewer.everything(), viewer.person(), viewer.role(), conversation)))
                .compose(rows ->
                    rows.size() == 0
                        ? Future.failedFuture(new BaseProblem.Unknown())
                        : Future.succeededFuture(rows.iterator().next().getUUID("base_id"))));
  }

  /// Whether somebody deleted the base with this slug.
  public Future<Boolean> wasDeleted(Call call, String slug) {
    return database.readInWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(DELETED)
                .execute(Tuple.of(slug))
                .map(rows -> rows.iterator().next().getBoolean("was_deleted")));
  }

  /// The bases that the caller may read, the oldest first; those of conversations are none of them.
  public Future<List<BaseRow>> list(Call call) {
    return database.readInWorkspace(call, connection -> list(connection, Viewer.of(call)));
  }

  /// The bases that a question of the caller may look into.
  ///
  /// @param wanted null for all of them
  /// @param conversation whose own base is one of them, if it has any and is the caller's
  public Future<Searched> searched(
      Call call, @Nullable Set<UUID> wanted, @Nullable UUID conversation) {
    var viewer = Viewer.of(call);
    var ids = wanted == null ? null : wanted.toArray(UUID[]::new);
    var parameters =
        Tuple.of(viewer.everything(), viewer.person(), viewer.role(), ids, conversation);
    return database.readInWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(SEARCHED)
                .execute(parameters)
                .map(rows -> {
                  var all = new HashSet<UUID>();
                  var own = new HashSet<UUID>();
                  for (var row : rows) {
                    all.add(row.getUUID("base_id"));
                    if (row.getBoolean("own")) {
                      own.add(row.getUUID("base_id"));
                    }
                  }
                  return new Searched(all, own);
                }));
  }

  /// Fails with a [BaseProblem] unless the caller may change documents of the base. It cannot be
  /// deleted before the transaction ends.
  static Future<Void> requireEditable(SqlConnection connection, Call call, UUID base) {
    return editable(connection, call, base).mapEmpty();
  }

  /// The same for what is no file that somebody sends: conversations take nothing else.
  public static Future<Void> requireShared(SqlConnection connection, Call call, UUID base) {
    return editable(connection, call, base)
        .compose(
            own -> own ? Future.failedFuture(new BaseProblem.Unknown()) : Future.succeededFuture());
  }

  /// Whether it is the base of a conversation.
  private static Future<Boolean> editable(SqlConnection connection, Call call, UUID base) {
    var viewer = Viewer.of(call);
    return connection
        .preparedQuery(LOCK)
        .execute(Tuple.of(base))
        .compose(_ ->
            connection
                .preparedQuery(EDITABLE)
                .execute(Tuple.of(base, viewer.everything(), viewer.person(), viewer.role())))
        .compose(rows -> {
          if (rows.size() == 0) {
            return Future.failedFuture(new BaseProblem.Unknown());
          }
          var row = rows.iterator().next();
          return row.getBoolean("editable")
              ? Future.succeededFuture(row.getBoolean("own"))
              : Future.failedFuture(new BaseProblem.ReadOnly());
        });
  }

  private static Future<List<BaseRow>> list(SqlConnection connection, Viewer viewer) {
    return connection
        .preparedQuery(LIST)
        .execute(Tuple.of(viewer.everything(), viewer.person(), viewer.role()))
        .map(rows -> Rows.all(rows, row -> base(row)));
  }

  private static BaseRow base(Row row) {
    return new BaseRow(
        row.getUUID("id"),
        row.getString("slug"),
        row.getString("name"),
        row.getString("description"),
        row.getLong("documents"),
        row.getBoolean("editable") ? Level.EDITOR : Level.READER,
        Everybody.valueOf(row.getString("everybody").toUpperCase(Locale.ROOT)));
  }

  /// The bases that a question looks into.
  ///
  /// @param own the one of the conversation, if it has any
  public record Searched(Set<UUID> all, Set<UUID> own) {
    public Searched {
      all = Set.copyOf(all);
      own = Set.copyOf(own);
    }
  }

  /// What somebody may do with the documents of a base.
  public enum Level {
    READER,
    EDITOR
  }

  /// What everybody in the workspace may do with them.
  public enum Everybody {
    NONE,
    READER,
    EDITOR
  }

  /// A knowledge base.
  ///
  /// @param documents how many it holds
  /// @param level of the caller
  public record BaseRow(
      UUID id,
      String slug,
      String name,
      String description,
      long documents,
      Level level,
      Everybody everybody) {}
}
