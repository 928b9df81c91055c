package dev.parley.chat.evaluation;

import dev.parley.call.Call;
import dev.parley.chat.seal.SealedText;
import dev.parley.chat.seal.TextColumn;
import dev.parley.platform.postgres.Database;
import dev.parley.platform.postgres.Rows;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/// Questions of a workspace that had no good answer.
final class QuestionStore {
  /// Questions that are looked at at most; a thousand of them are told.
  private static final int MOST_READ = 3_000;

  private static final int MOST = 1_000;
  private static final String NOTHING_CITED = "[]";

  /// The database cannot look into sealed citations, so that those are read in any case.
  private static final String LIST =
      """
      SELECT q.id, q.text, q.sealed, a.id AS answer_id, a.created_at, a.citations,
             a.sealed AS citations_sealed, t.by_tools, t.assistant_id, f.message_id IS NOT NULL AS disliked,
             f.reason
      FROM message a
      JOIN message q ON q.workspace_id = a.workspace_id AND q.id = a.parent_id
      JOIN turn t ON t.workspace_id = a.workspace_id AND t.id = a.turn_id
      LEFT JOIN feedback f ON f.workspace_id = a.workspace_id AND f.message_id = a.id
        AND f.rating = 'down'
      WHERE a.workspace_id = current_setting('parley.workspace')::uuid AND a.role = 'assistant'
        AND a.state = 'complete' AND a.model IS NOT NULL AND a.created_at >= $1
        AND (f.message_id IS NOT NULL OR NOT t.by_tools AND (a.sealed OR a.citations = '[]'))
      ORDER BY a.created_at DESC, a.id DESC
      LIMIT $2
      """;

  private final Database database;
  private final SealedText texts;

  QuestionStore(Database database, SealedText texts) {
    this.database = database;
    this.texts = texts;
  }

  /// Those answered since a moment, the latest first.
  Future<List<AskedQuestion>> list(Call call, Instant since) {
    var values = Tuple.of(since.atOffset(ZoneOffset.UTC), MOST_READ);
    return database.readInWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(LIST)
                .execute(values)
                .map(rows ->
                    Rows.all(rows, row -> question(call, row)).stream()
                        .filter(one -> one.unanswered() || one.disliked())
                        .limit(MOST)
                        .toList()));
  }

  private AskedQuestion question(Call call, Row row) {
    var id = row.getUUID("id");
    var workspace = call.workspace();
    var citations =
        texts.read(
            TextColumn.CITATIONS.in(workspace, row.getUUID("answer_id")),
            row.getBoolean("citations_sealed"),
            row.getString("citations"));
    return new AskedQuestion(
        id,
        texts.read(
            TextColumn.TEXT.in(workspace, id), row.getBoolean("sealed"), row.getString("text")),
        row.getUUID("assistant_id"),
        row.getOffsetDateTime("created_at").toInstant(),
        citations.equals(NOTHING_CITED) && !row.getBoolean("by_tools"),
        row.getBoolean("disliked"),
        row.getString("reason"));
  }
}
