package dev.parley.chat.conversation;

import dev.parley.call.Call;
import dev.parley.chat.seal.SealedText;
import dev.parley.chat.seal.TextColumn;
import dev.parley.platform.http.Cursor;
import dev.parley.platform.postgres.Database;
import dev.parley.platform.postgres.Rows;
import dev.parley.retrieval.document.TombstoneStore;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Rows of conversations and messages. Every statement names the owner: a conversation of somebody
/// else looks absent.
public final class ConversationStore {
  private static final String COLUMNS =
      """
      SELECT c.id, c.title, c.sealed, c.created_at, c.updated_at,
             c.active_leaf_id, c.archived_at, c.last_happening,
             (SELECT count(*) FROM message m
              WHERE m.workspace_id = c.workspace_id AND m.conversation_id = c.id) AS messages,
             (SELECT t.id FROM turn t
              WHERE t.workspace_id = c.workspace_id AND t.conversation_id = c.id
                AND t.state = 'running') AS running_turn,
             (SELECT a.slug FROM assistant a
              WHERE a.workspace_id = c.workspace_id AND a.id = c.assistant_id
                AND a.archived_at IS NULL) AS assistant
      """;
  private static final String LIST =
      COLUMNS
          + """
                 , $4::text IS NOT NULL AND (c.sealed OR EXISTS (SELECT FROM message m
                  WHERE m.workspace_id = c.workspace_id AND m.conversation_id = c.id
                    AND m.sealed)) AS unsure
          FROM conversation c
          WHERE c.workspace_id = current_setting('parley.workspace')::uuid
            AND c.owner_id IS NOT DISTINCT FROM $1 AND (c.archived_at IS NOT NULL) = $6
            AND ($2::timestamptz IS NULL OR (c.updated_at, c.id) < ($2, $3))
            AND ($4::text IS NULL OR c.sealed OR strpos(lower(c.title), lower($4)) > 0 OR EXISTS (
              SELECT FROM message m
              WHERE m.workspace_id = c.workspace_id AND m.conversation_id = c.id
                AND (m.sealed OR strpos(lower(m.text), lower($4)) > 0)))
          ORDER BY c.updated_at DESC, c.id DESC
          LIMIT $5
          """;
  private static final String FIND =
      COLUMNS
          + """
          FROM conversation c
          WHERE c.workspace_id = current_setting('parley.workspace')::uuid AND c.id = $1
            AND c.owner_id IS NOT DISTINCT FROM $2
          """;
  private static final String INSERT =
      """
      INSERT INTO conversation (workspace_id, id, owner_id, title, created_at, updated_at, sealed,
                                assistant_id)
      VALUES ($1, $2, $3, $4, $5, $5, $6, $7)
      ON CONFLICT (workspace_id, id) DO NOTHING
      """;
  private static final String RENAME =
      """
      UPDATE conversation SET title = $3, sealed = $4
      WHERE workspace_id = current_setting('parley.workspace')::uuid AND id = $1
        AND owner_id IS NOT DISTINCT FROM $2
      """;
  private static final String ARCHIVE =
      """
      UPDATE conversation
      SET archived_at = CASE WHEN $3::timestamptz IS NULL THEN NULL
                             ELSE coalesce(archived_at, $3) END
      WHERE workspace_id = current_setting('parley.workspace')::uuid AND id = $1
        AND owner_id IS NOT DISTINCT FROM $2
      """;
  private static final String LOCK =
      """
      SELECT id FROM conversation
      WHERE workspace_id = current_setting('parley.workspace')::uuid AND id = $1
        AND owner_id IS NOT DISTINCT FROM $2
      FOR UPDATE
      """;
  private static final String DELETE =
      """
      DELETE FROM conversation
      WHERE workspace_id = current_setting('parley.workspace')::uuid AND id = $1
        AND owner_id IS NOT DISTINCT FROM $2
      """;
  private static final String MESSAGES =
      """
      SELECT id, parent_id, role, text, state, created_at, turn_id, model, citations, input_tokens,
             output_tokens, estimated, problem, sealed, author_id
      FROM message
      WHERE workspace_id = current_setting('parley.workspace')::uuid AND conversation_id = $1
      ORDER BY created_at, id
      """;
  private static final String TEXTS =
      """
      SELECT conversation_id, id, text, sealed FROM message
      WHERE workspace_id = current_setting('parley.workspace')::uuid AND conversation_id = ANY($1)
      """;

  private final Database database;
  private final SealedText texts;
  private final MessageColumns messages;

  public ConversationStore(Database database, SealedText texts) {
    this.database = database;
    this.texts = texts;
    this.messages = new MessageColumns(texts);
  }

  /// The conversations that are wanted, the one used last first. The database cannot look into
  /// sealed ones for words, so conversations with those are among the found in any case.
  Future<List<Found>> list(Call call, Filter filter, @Nullable Cursor before, int limit) {
    var parameters =
        Tuple.of(
            filter.owner(),
            before == null ? null : before.at().atOffset(ZoneOffset.UTC),
            before == null ? null : before.id(),
            filter.words(),
            limit,
            filter.archived());
    return database.inWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(LIST)
                .execute(parameters)
                .map(rows ->
                    Rows.all(
                        rows,
                        row -> new Found(conversation(call, row), row.getBoolean("unsure")))));
  }

  Future<Optional<Conversation>> find(Call call, @Nullable UUID owner, UUID id) {
    return database.inWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(FIND)
                .execute(Tuple.of(id, owner))
                .map(rows -> Rows.first(rows, row -> conversation(call, row))));
  }

  /// One that is there stays as it is.
  Future<Void> insert(Call call, @Nullable UUID owner, UUID id, Begun begun) {
    var parameters =
        Tuple.of(
                call.workspace().value(),
                id,
                owner,
                stored(call, id, begun.title()),
                begun.now().atOffset(ZoneOffset.UTC),
                texts.on())
            .addUUID(begun.assistant());
    return database
        .inWorkspace(call, connection -> connection.preparedQuery(INSERT).execute(parameters))
        .mapEmpty();
  }

  /// False when there is none.
  Future<Boolean> rename(Call call, @Nullable UUID owner, UUID id, String title) {
    return database.inWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(RENAME)
                .execute(Tuple.of(id, owner, stored(call, id, title), texts.on()))
                .map(rows -> rows.rowCount() > 0));
  }

  /// Keeps a conversation apart, or with the others again. False when there is none.
  ///
  /// @param since null for with the others
  Future<Boolean> archive(Call call, @Nullable UUID owner, UUID id, @Nullable Instant since) {
    var at = since == null ? null : since.atOffset(ZoneOffset.UTC);
    return database.inWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(ARCHIVE)
                .execute(Tuple.of(id, owner, at))
                .map(rows -> rows.rowCount() > 0));
  }

  /// With everything in it, its documents too. False when there is none.
  public Future<Boolean> delete(Call call, @Nullable UUID owner, UUID id, Instant now) {
    return database.inWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(LOCK)
                .execute(Tuple.of(id, owner))
                .compose(rows ->
                    rows.size() == 0
                        ? Future.succeededFuture(false)
                        : TombstoneStore.forgetConversation(connection, id, now)
                            .compose(
                                _ -> connection.preparedQuery(DELETE).execute(Tuple.of(id, owner)))
                            .map(true)));
  }

  /// All messages, the oldest first.
  public Future<List<Message>> messages(Call call, UUID conversation) {
    return database.inWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(MESSAGES)
                .execute(Tuple.of(conversation))
                .map(rows -> Rows.all(rows, row -> messages.message(call.workspace(), row))));
  }

  /// What the messages of some conversations say, by conversation.
  Future<Map<UUID, List<String>>> texts(Call call, List<UUID> conversations) {
    return database.readInWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(TEXTS)
                .execute(Tuple.of(conversations.toArray(UUID[]::new)))
                .map(rows -> {
                  var all = new HashMap<UUID, List<String>>();
                  for (var row : rows) {
                    all.computeIfAbsent(row.getUUID("conversation_id"), _ -> new ArrayList<>())
                        .add(messages.text(call.workspace(), row));
                  }
                  return all;
                }));
  }

  /// An empty title stays as it is: the first question puts its own in its place.
  private String stored(Call call, UUID id, String title) {
    return title.isEmpty() ? title : texts.stored(TextColumn.TITLE.in(call.workspace(), id), title);
  }

  private String title(Call call, Row row) {
    var stored = row.getString("title");
    var sealed = row.getBoolean("sealed") && !stored.isEmpty();
    return texts.read(TextColumn.TITLE.in(call.workspace(), row.getUUID("id")), sealed, stored);
  }

  private Conversation conversation(Call call, Row row) {
    return new Conversation(
        row.getUUID("id"),
        title(call, row),
        row.getOffsetDateTime("created_at").toInstant(),
        row.getOffsetDateTime("updated_at").toInstant(),
        row.getOffsetDateTime("archived_at") != null,
        row.getUUID("active_leaf_id"),
        row.getLong("messages"),
        row.getUUID("running_turn"),
        row.getInteger("last_happening"),
        row.getString("assistant"));
  }

  /// A conversation that begins.
  ///
  /// @param assistant null for the default one
  record Begun(String title, @Nullable UUID assistant, Instant now) {}

  /// Which conversations are wanted.
  ///
  /// @param words of the title or of a message, in any case; null for all
  public record Filter(@Nullable UUID owner, @Nullable String words, boolean archived) {}

  /// A conversation that was found.
  ///
  /// @param unsure whether the words may stand in it, because something of it is sealed
  record Found(Conversation conversation, boolean unsure) {}
}
