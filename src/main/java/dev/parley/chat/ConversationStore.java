package dev.parley.chat;

import dev.parley.call.Call;
import dev.parley.platform.http.Json;
import dev.parley.platform.http.ProblemBody;
import dev.parley.platform.postgres.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Rows of conversations and messages. Every statement names the owner: a conversation of somebody
/// else looks absent.
final class ConversationStore {
  private static final String COLUMNS =
      """
      SELECT c.id, c.title, c.created_at, c.updated_at,
             (SELECT count(*) FROM message m
              WHERE m.workspace_id = c.workspace_id AND m.conversation_id = c.id) AS messages,
             (SELECT t.id FROM turn t
              WHERE t.workspace_id = c.workspace_id AND t.conversation_id = c.id
                AND t.state = 'running') AS running_turn
      FROM conversation c
      """;
  private static final String LIST =
      COLUMNS
          + """
          WHERE c.owner_id IS NOT DISTINCT FROM $1
            AND ($2::timestamptz IS NULL OR (c.updated_at, c.id) < ($2, $3))
            AND ($4::text IS NULL OR strpos(lower(c.title), lower($4)) > 0 OR EXISTS (
              SELECT FROM message m
              WHERE m.workspace_id = c.workspace_id AND m.conversation_id = c.id
                AND strpos(lower(m.text), lower($4)) > 0))
          ORDER BY c.updated_at DESC, c.id DESC
          LIMIT $5
          """;
  private static final String FIND =
      COLUMNS + "WHERE c.id = $1 AND c.owner_id IS NOT DISTINCT FROM $2";
  private static final String INSERT =
      """
      INSERT INTO conversation (workspace_id, id, owner_id, title, created_at, updated_at)
      VALUES ($1, $2, $3, $4, $5, $5)
      ON CONFLICT (workspace_id, id) DO NOTHING
      """;
  private static final String RENAME =
      """
      UPDATE conversation SET title = $3 WHERE id = $1 AND owner_id IS NOT DISTINCT FROM $2
      """;
  private static final String DELETE =
      """
      DELETE FROM conversation WHERE id = $1 AND owner_id IS NOT DISTINCT FROM $2
      """;
  private static final String MESSAGES =
      """
      SELECT id, role, text, state, created_at, turn_id, model, citations, input_tokens,
             output_tokens, estimated, problem
      FROM message WHERE conversation_id = $1 ORDER BY created_at, id
      """;

  private final Database database;

  ConversationStore(Database database) {
    this.database = database;
  }

  /// The owner's conversations, the one used last first.
  Future<List<Conversation>> list(
      Call call, @Nullable UUID owner, @Nullable Before before, @Nullable String words, int limit) {
    var parameters =
        Tuple.of(
            owner,
            before == null ? null : before.at().atOffset(ZoneOffset.UTC),
            before == null ? null : before.id(),
            words,
            limit);
    return database.inWorkspace(
        call,
        connection ->
            connection.preparedQuery(LIST).execute(parameters).map(ConversationStore::all));
  }

  Future<Optional<Conversation>> find(Call call, @Nullable UUID owner, UUID id) {
    return database.inWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(FIND)
                .execute(Tuple.of(id, owner))
                .map(rows -> all(rows).stream().findFirst()));
  }

  /// One that is there stays as it is.
  Future<Void> insert(Call call, @Nullable UUID owner, UUID id, String title, Instant now) {
    var parameters =
        Tuple.of(call.workspace().value(), id, owner, title, now.atOffset(ZoneOffset.UTC));
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
                .execute(Tuple.of(id, owner, title))
                .map(rows -> rows.rowCount() > 0));
  }

  /// False when there is none.
  Future<Boolean> delete(Call call, @Nullable UUID owner, UUID id) {
    return database.inWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(DELETE)
                .execute(Tuple.of(id, owner))
                .map(rows -> rows.rowCount() > 0));
  }

  /// All messages, the oldest first.
  Future<List<Message>> messages(Call call, UUID conversation) {
    return database.inWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(MESSAGES)
                .execute(Tuple.of(conversation))
                .map(rows -> {
                  var messages = new ArrayList<Message>();
                  rows.forEach(row -> messages.add(message(row)));
                  return messages;
                }));
  }

  private static List<Conversation> all(RowSet<Row> rows) {
    var conversations = new ArrayList<Conversation>();
    for (var row : rows) {
      conversations.add(
          new Conversation(
              row.getUUID("id"),
              row.getString("title"),
              row.getOffsetDateTime("created_at").toInstant(),
              row.getOffsetDateTime("updated_at").toInstant(),
              row.getLong("messages"),
              row.getUUID("running_turn")));
    }
    return conversations;
  }

  private static Message message(Row row) {
    var input = row.getLong("input_tokens");
    var problem = row.getString("problem");
    return new Message(
        row.getUUID("id"),
        Message.Role.valueOf(row.getString("role").toUpperCase(Locale.ROOT)),
        row.getString("text"),
        Message.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getOffsetDateTime("created_at").toInstant(),
        row.getUUID("turn_id"),
        row.getString("model"),
        List.of(Json.readOwn(row.getString("citations"), Citation[].class)),
        input == null
            ? null
            : new TokenCounts(input, row.getLong("output_tokens"), row.getBoolean("estimated")),
        problem == null ? null : Json.readOwn(problem, ProblemBody.class));
  }

  /// The last conversation of the page before.
  record Before(Instant at, UUID id) {}
}
