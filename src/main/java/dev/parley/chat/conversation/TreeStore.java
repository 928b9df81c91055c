package dev.parley.chat.conversation;

import dev.parley.call.Call;
import dev.parley.chat.seal.SealedText;
import dev.parley.chat.seal.TextColumn;
import dev.parley.platform.postgres.Database;
import dev.parley.platform.postgres.Rows;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The tree that the messages of a conversation form. What a turn asks of it costs the same however
/// long the conversation is.
public final class TreeStore {
  /// Messages that are read at most for one prompt.
  static final int WINDOW = 64;

  // Sealed texts are up to four times as long as what they say.
  static final String BEFORE =
      """
      WITH RECURSIVE up AS (
        SELECT q.*, 0 AS depth, 0 AS chars FROM message q
        WHERE q.workspace_id = current_setting('parley.workspace')::uuid AND q.id = $1
        UNION ALL
        SELECT m.*, up.depth + 1, up.chars + length(m.text) / CASE WHEN m.sealed THEN 4 ELSE 1 END
        FROM up JOIN message m ON m.workspace_id = up.workspace_id AND m.id = up.parent_id
        WHERE up.depth < $2 AND up.chars <= $3
      )
      SELECT up.id, up.parent_id, up.role, up.text, up.state, up.created_at, up.turn_id, up.model,
             up.citations, up.input_tokens, up.output_tokens, up.estimated, up.problem, up.sealed,
             up.author_id,
             s.text AS summary, s.sealed AS summary_sealed
      FROM up LEFT JOIN message_summary s ON s.workspace_id = up.workspace_id AND s.message_id = up.id
      WHERE up.depth > 0 ORDER BY up.depth DESC
      """;
  private static final String SUMMARIZE =
      """
      INSERT INTO message_summary (workspace_id, message_id, text, sealed, created_at)
      VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT (workspace_id, message_id) DO NOTHING
      """;
  private static final String END =
      """
      SELECT m.id AS parent
      FROM conversation c
      LEFT JOIN message m ON m.workspace_id = c.workspace_id AND m.id = c.active_leaf_id
      WHERE c.workspace_id = current_setting('parley.workspace')::uuid AND c.id = $1
        AND c.owner_id IS NOT DISTINCT FROM $2
      """;
  private static final String FIND =
      """
      SELECT m.id, m.parent_id, m.role, m.text, m.state, m.created_at, m.turn_id, m.model,
             m.citations, m.input_tokens, m.output_tokens, m.estimated, m.problem, m.sealed,
             m.author_id
      FROM message m
      JOIN conversation c ON c.workspace_id = m.workspace_id AND c.id = m.conversation_id
      WHERE m.workspace_id = current_setting('parley.workspace')::uuid AND m.id = $1
        AND m.conversation_id = $2 AND c.owner_id IS NOT DISTINCT FROM $3
      """;
  private static final String PATH =
      """
      WITH RECURSIVE up AS (
        SELECT m.workspace_id, m.id, m.parent_id, 0 AS depth FROM message m
        WHERE m.workspace_id = current_setting('parley.workspace')::uuid
          AND m.id = (SELECT c.active_leaf_id FROM conversation c
                      WHERE c.workspace_id = m.workspace_id AND c.id = $1)
        UNION ALL
        SELECT m.workspace_id, m.id, m.parent_id, up.depth + 1
        FROM up JOIN message m ON m.workspace_id = up.workspace_id AND m.id = up.parent_id
      )
      SELECT id FROM up ORDER BY depth DESC
      """;
  private static final String MESSAGES =
      """
      SELECT m.id, m.parent_id, m.role, m.text, m.state, m.created_at, m.turn_id, m.model,
             m.citations, m.input_tokens, m.output_tokens, m.estimated, m.problem, m.sealed,
             m.author_id
      FROM unnest($1::uuid[]) WITH ORDINALITY AS wanted (id, place)
      JOIN message m ON m.workspace_id = current_setting('parley.workspace')::uuid
        AND m.id = wanted.id
      ORDER BY wanted.place
      """;
  private static final String CHOOSE =
      """
      WITH RECURSIVE down AS (
        SELECT m.workspace_id, m.id, 0 AS depth FROM message m
        WHERE m.workspace_id = current_setting('parley.workspace')::uuid AND m.id = $1
          AND m.conversation_id = $2
        UNION ALL
        SELECT down.workspace_id, child.id, down.depth + 1
        FROM down CROSS JOIN LATERAL (
          SELECT m.id FROM message m
          WHERE m.workspace_id = down.workspace_id AND m.parent_id = down.id
          ORDER BY m.created_at DESC, m.id DESC LIMIT 1) AS child
        WHERE NOT EXISTS (
          SELECT FROM turn t
          WHERE t.workspace_id = down.workspace_id AND t.conversation_id = $2
            AND t.state = 'running' AND t.question_id = down.id)
      )
      UPDATE conversation
      SET active_leaf_id = (SELECT id FROM down ORDER BY depth DESC LIMIT 1)
      WHERE workspace_id = current_setting('parley.workspace')::uuid AND id = $2
        AND owner_id IS NOT DISTINCT FROM $3 AND EXISTS (SELECT FROM down)
      """;

  private final Database database;
  private final SealedText texts;
  private final MessageColumns messages;

  public TreeStore(Database database, SealedText texts) {
    this.database = database;
    this.texts = texts;
    this.messages = new MessageColumns(texts);
  }

  /// Where a question comes that is asked at the end of the branch that is shown. Empty when the
  /// owner has no such conversation.
  Future<Optional<Spot>> end(Call call, @Nullable UUID owner, UUID conversation) {
    return database.readInWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(END)
                .execute(Tuple.of(conversation, owner))
                .map(rows -> Rows.first(rows, row -> new Spot.Below(row.getUUID("parent")))));
  }

  /// A message of a conversation of the owner.
  public Future<Optional<Message>> find(
      Call call, @Nullable UUID owner, UUID conversation, UUID message) {
    return database.readInWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(FIND)
                .execute(Tuple.of(message, conversation, owner))
                .map(rows -> Rows.first(rows, row -> messages.message(call.workspace(), row))));
  }

  /// What was said before a question on its branch, the oldest first: the last messages that
  /// together have so many characters, and not more than [#WINDOW], as far back as a summary.
  public Future<History> before(Call call, UUID question, int characters) {
    return database.readInWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(BEFORE)
                .execute(Tuple.of(question, WINDOW, characters))
                .map(rows -> history(call, rows)));
  }

  private History history(Call call, RowSet<Row> rows) {
    @Nullable String summary = null;
    var since = new ArrayList<Message>();
    for (var row : rows) {
      since.add(messages.message(call.workspace(), row));
      var stored = row.getString("summary");
      if (stored != null) {
        var place = TextColumn.SUMMARY.in(call.workspace(), row.getUUID("id"));
        summary = texts.read(place, row.getBoolean("summary_sealed"), stored);
        since.clear();
      }
    }
    return new History(summary, since);
  }

  /// Notes in short what was said from the first message of a branch to this one.
  public Future<Void> summarize(Call call, UUID message, String summary, Instant now) {
    var stored = texts.stored(TextColumn.SUMMARY.in(call.workspace(), message), summary);
    var row =
        Tuple.of(
            call.workspace().value(), message, stored, texts.on(), now.atOffset(ZoneOffset.UTC));
    return database
        .inWorkspace(call, connection -> connection.preparedQuery(SUMMARIZE).execute(row))
        .mapEmpty();
  }

  /// The ids of the branch that is shown, the oldest message first.
  public Future<List<UUID>> path(Call call, UUID conversation) {
    return database.readInWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(PATH)
                .execute(Tuple.of(conversation))
                .map(rows -> Rows.all(rows, row -> row.getUUID("id"))));
  }

  /// Some messages, in the order in which they are named.
  public Future<List<Message>> messages(Call call, List<UUID> ids) {
    return database.readInWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(MESSAGES)
                .execute(Tuple.tuple().addArrayOfUUID(ids.toArray(UUID[]::new)))
                .map(rows -> all(call, rows)));
  }

  /// The branch that is shown, the oldest message first.
  public Future<List<Message>> branch(Call call, UUID conversation) {
    return path(call, conversation).compose(ids -> messages(call, ids));
  }

  /// Shows the branch of a message, down to what was said last in it, or to a question that is
  /// being answered. False when there is no such message.
  Future<Boolean> choose(Call call, @Nullable UUID owner, UUID conversation, UUID message) {
    return database.inWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(CHOOSE)
                .execute(Tuple.of(message, conversation, owner))
                .map(rows -> rows.rowCount() > 0));
  }

  private List<Message> all(Call call, RowSet<Row> rows) {
    return Rows.all(rows, row -> messages.message(call.workspace(), row));
  }
}
