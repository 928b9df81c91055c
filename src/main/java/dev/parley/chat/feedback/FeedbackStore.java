package dev.parley.chat.feedback;

import dev.parley.call.Call;
import dev.parley.chat.seal.SealedText;
import dev.parley.chat.seal.TextColumn;
import dev.parley.platform.postgres.Database;
import dev.parley.platform.postgres.Rows;
import dev.parley.platform.seal.Place;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Rows of what people think of answers: one for each answer, of the owner of its conversation.
public final class FeedbackStore {
  private static final String PUT =
      """
      INSERT INTO feedback (workspace_id, message_id, rating, reason, text, sealed, created_at,
                            updated_at)
      SELECT m.workspace_id, m.id, $4, $5, $6, $7, $8, $8
      FROM message m
      JOIN conversation c ON c.workspace_id = m.workspace_id AND c.id = m.conversation_id
      WHERE m.workspace_id = current_setting('parley.workspace')::uuid AND m.id = $1
        AND m.conversation_id = $2 AND m.role = 'assistant' AND c.owner_id IS NOT DISTINCT FROM $3
      ON CONFLICT (workspace_id, message_id) DO UPDATE
      SET rating = excluded.rating, reason = excluded.reason, text = excluded.text,
          sealed = excluded.sealed, updated_at = excluded.updated_at
      """;
  private static final String DELETE =
      """
      DELETE FROM feedback f USING message m, conversation c
      WHERE f.workspace_id = current_setting('parley.workspace')::uuid AND f.message_id = $1
        AND m.workspace_id = f.workspace_id AND m.id = f.message_id AND m.conversation_id = $2
        AND c.workspace_id = f.workspace_id AND c.id = m.conversation_id
        AND c.owner_id IS NOT DISTINCT FROM $3
      """;
  private static final String OF_CONVERSATION =
      """
      SELECT f.message_id, f.rating, f.reason, f.text, f.sealed, f.updated_at
      FROM feedback f
      JOIN message m ON m.workspace_id = f.workspace_id AND m.id = f.message_id
      WHERE m.workspace_id = current_setting('parley.workspace')::uuid AND m.conversation_id = $1
      ORDER BY f.message_id
      """;
  private static final String LIST =
      """
      SELECT f.message_id, f.rating, f.reason, f.text, f.sealed, f.updated_at, a.model,
             a.text AS answer, a.sealed AS answer_sealed, q.id AS question_id,
             q.text AS question, q.sealed AS question_sealed
      FROM feedback f
      JOIN message a ON a.workspace_id = f.workspace_id AND a.id = f.message_id
      LEFT JOIN message q ON q.workspace_id = a.workspace_id AND q.id = a.parent_id
      WHERE f.workspace_id = current_setting('parley.workspace')::uuid AND f.rating = $1
        AND ($2::timestamptz IS NULL OR (f.updated_at, f.message_id) < ($2, $3))
      ORDER BY f.updated_at DESC, f.message_id DESC
      LIMIT $4
      """;

  private final Database database;
  private final SealedText texts;

  public FeedbackStore(Database database, SealedText texts) {
    this.database = database;
    this.texts = texts;
  }

  /// What is there is changed. False when the owner has no such answer.
  Future<Boolean> put(
      Call call, @Nullable UUID owner, UUID conversation, Feedback given, Instant now) {
    var text = texts.stored(place(call, given.messageId()), given.text());
    var parameters =
        Tuple.from(
            Arrays.asList(
                given.messageId(),
                conversation,
                owner,
                given.rating().name().toLowerCase(Locale.ROOT),
                given.reason(),
                text,
                texts.on(),
                now.atOffset(ZoneOffset.UTC)));
    return changes(call, PUT, parameters);
  }

  /// False when there is none.
  Future<Boolean> delete(Call call, @Nullable UUID owner, UUID conversation, UUID message) {
    return changes(call, DELETE, Tuple.of(message, conversation, owner));
  }

  /// What was said of the answers of a conversation.
  public Future<List<Feedback>> of(Call call, UUID conversation) {
    return database.readInWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(OF_CONVERSATION)
                .execute(Tuple.of(conversation))
                .map(rows -> Rows.all(rows, row -> feedback(call, row))));
  }

  /// Judged answers of the whole workspace with their questions, the last judged first.
  Future<List<Judged>> list(
      Call call, Feedback.Rating rating, @Nullable Instant at, @Nullable UUID message, int limit) {
    var name = rating.name().toLowerCase(Locale.ROOT);
    var before = at == null ? null : at.atOffset(ZoneOffset.UTC);
    return database.readInWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(LIST)
                .execute(Tuple.of(name, before, message, limit))
                .map(rows -> Rows.all(rows, row -> judged(call, row))));
  }

  private Future<Boolean> changes(Call call, String sql, Tuple parameters) {
    return database.inWorkspace(
        call,
        connection ->
            connection.preparedQuery(sql).execute(parameters).map(rows -> rows.rowCount() > 0));
  }

  private Judged judged(Call call, Row row) {
    var question = row.getUUID("question_id");
    return new Judged(
        feedback(call, row),
        question == null
            ? ""
            : said(call, question, row.getBoolean("question_sealed"), row.getString("question")),
        said(
            call,
            row.getUUID("message_id"),
            row.getBoolean("answer_sealed"),
            row.getString("answer")),
        row.getString("model"));
  }

  private String said(Call call, UUID message, boolean sealed, String stored) {
    return texts.read(TextColumn.TEXT.in(call.workspace(), message), sealed, stored);
  }

  private Feedback feedback(Call call, Row row) {
    var message = row.getUUID("message_id");
    return new Feedback(
        message,
        Feedback.Rating.valueOf(row.getString("rating").toUpperCase(Locale.ROOT)),
        row.getString("reason"),
        texts.read(place(call, message), row.getBoolean("sealed"), row.getString("text")),
        row.getOffsetDateTime("updated_at").toInstant());
  }

  private static Place place(Call call, UUID message) {
    return TextColumn.FEEDBACK.in(call.workspace(), message);
  }

  /// An answer that somebody judged.
  record Judged(Feedback feedback, String question, String answer, @Nullable String model) {}
}
