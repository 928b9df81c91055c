package dev.parley.chat.handover;

import static dev.parley.chat.handover.HandoverColumns.at;
import static dev.parley.chat.handover.HandoverColumns.lower;

import dev.parley.call.Call;
import dev.parley.call.WorkspaceId;
import dev.parley.chat.conversation.Message;
import dev.parley.chat.conversation.MessageColumns;
import dev.parley.chat.handover.Happening.Kind;
import dev.parley.chat.seal.SealedText;
import dev.parley.control.change.ChangeStore;
import dev.parley.platform.postgres.Database;
import dev.parley.platform.postgres.Rows;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Rows of happenings.
public final class HappeningStore {
  static final String TOPIC = "handover";

  /// Counts within the conversation, whose row the transaction holds.
  private static final String APPEND =
      """
      WITH counted AS (
        UPDATE conversation SET last_happening = last_happening + 1
        WHERE workspace_id = current_setting('parley.workspace')::uuid AND id = $1
        RETURNING workspace_id, id, last_happening
      ), touched AS (
        UPDATE handover SET updated_at = $6
        WHERE workspace_id = current_setting('parley.workspace')::uuid AND conversation_id = $1
          AND state <> 'closed'
      )
      INSERT INTO happening (workspace_id, conversation_id, seq, mark, kind, person_id, message_id,
                             created_at)
      SELECT workspace_id, id, last_happening, $2, $3, $4, $5, $6 FROM counted
      """;

  private static final String LAST_MARK = "SELECT coalesce(max(mark), 0) AS mark FROM happening";
  private static final String SINCE =
      """
      SELECT workspace_id, conversation_id, seq, mark, kind, person_id, message_id, created_at
      FROM happening WHERE mark > $1 ORDER BY mark LIMIT $2
      """;
  private static final String BEHIND =
      """
      SELECT h.seq, h.mark, h.kind, h.person_id, h.message_id, h.created_at AS happened_at,
             m.id, m.parent_id, m.role, m.text, m.state, m.created_at, m.turn_id, m.model,
             m.citations, m.input_tokens, m.output_tokens, m.estimated, m.problem, m.sealed,
             m.author_id
      FROM happening h
      LEFT JOIN message m ON m.workspace_id = h.workspace_id AND m.id = h.message_id
      WHERE h.workspace_id = current_setting('parley.workspace')::uuid AND h.conversation_id = $1
        AND h.seq > $2
      ORDER BY h.seq LIMIT $3
      """;

  private final Database database;
  private final ChangeStore changes;
  private final MessageColumns messages;

  public HappeningStore(Database database, ChangeStore changes, SealedText texts) {
    this.database = database;
    this.changes = changes;
    this.messages = new MessageColumns(texts);
  }

  /// Notes what happened, inside a transaction that holds the conversation's row. Among its last
  /// statements: from here to the commit everybody else waits who notes something.
  public Future<Void> append(SqlConnection connection, Noted noted) {
    return changes
        .mark(connection, TOPIC)
        .compose(mark ->
            connection
                .preparedQuery(APPEND)
                .execute(
                    Tuple.of(
                        noted.conversation(),
                        mark,
                        lower(noted.kind()),
                        noted.person(),
                        noted.message(),
                        at(noted.at()))))
        .mapEmpty();
  }

  /// The mark of the last happening anywhere.
  Future<Long> lastMark(Call call) {
    return database.readInEveryWorkspace(
        call,
        connection ->
            connection
                .query(LAST_MARK)
                .execute()
                .map(rows -> rows.iterator().next().getLong("mark")));
  }

  /// What happened anywhere behind a mark, in order.
  Future<List<Happening>> since(Call call, long mark, int most) {
    return database.readInEveryWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(SINCE)
                .execute(Tuple.of(mark, most))
                .map(rows -> {
                  var all = new ArrayList<Happening>();
                  for (var row : rows) {
                    var workspace = new WorkspaceId(row.getUUID("workspace_id"));
                    var at = row.getOffsetDateTime("created_at").toInstant();
                    all.add(happening(workspace, row.getUUID("conversation_id"), row, at));
                  }
                  return all;
                }));
  }

  /// What happened in a conversation behind a number, in order, with what was said.
  Future<List<Told>> behind(Call call, UUID conversation, int seq, int most) {
    return database.readInWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(BEHIND)
                .execute(Tuple.of(conversation, seq, most))
                .map(rows -> Rows.all(rows, row -> told(call.workspace(), conversation, row))));
  }

  private Told told(WorkspaceId workspace, UUID conversation, Row row) {
    var at = row.getOffsetDateTime("happened_at").toInstant();
    return new Told(
        happening(workspace, conversation, row, at),
        row.getUUID("id") == null ? null : messages.message(workspace, row));
  }

  private static Happening happening(
      WorkspaceId workspace, UUID conversation, Row row, Instant at) {
    return new Happening(
        workspace,
        conversation,
        row.getInteger("seq"),
        row.getLong("mark"),
        Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        row.getUUID("person_id"),
        row.getUUID("message_id"),
        at);
  }

  /// Something to be noted.
  public record Noted(
      UUID conversation, Kind kind, @Nullable UUID person, @Nullable UUID message, Instant at) {}

  /// A happening with what was said in it.
  record Told(Happening happening, @Nullable Message message) {}
}
