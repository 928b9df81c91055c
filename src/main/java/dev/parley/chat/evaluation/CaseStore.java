package dev.parley.chat.evaluation;

import dev.parley.call.Call;
import dev.parley.chat.evaluation.QuestionCase.Content;
import dev.parley.chat.seal.SealedText;
import dev.parley.chat.seal.TextColumn;
import dev.parley.platform.http.Json;
import dev.parley.platform.postgres.Database;
import dev.parley.platform.postgres.Rows;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/// Rows of cases.
final class CaseStore {
  private static final String LIST =
      """
      SELECT id, assistant_id, content, sealed, question_id, created_at, created_by
      FROM question_case
      WHERE workspace_id = current_setting('parley.workspace')::uuid AND assistant_id = $1
      ORDER BY created_at, id
      """;

  /// None where the assistant has two hundred of them.
  private static final String ADD =
      """
      INSERT INTO question_case (workspace_id, id, assistant_id, content, sealed, question_id,
                                 created_at, created_by)
      SELECT $1, $2, $3, $4, $5, $6, $7, $8
      FROM question_case
      WHERE workspace_id = $1 AND assistant_id = $3
      HAVING count(*) < 200
      """;

  private static final String CHANGE =
      """
      UPDATE question_case SET content = $3, sealed = $4
      WHERE workspace_id = current_setting('parley.workspace')::uuid AND assistant_id = $1
        AND id = $2
      """;
  private static final String REMOVE =
      """
      DELETE FROM question_case
      WHERE workspace_id = current_setting('parley.workspace')::uuid AND assistant_id = $1
        AND id = $2
      """;

  private final Database database;
  private final SealedText texts;

  CaseStore(Database database, SealedText texts) {
    this.database = database;
    this.texts = texts;
  }

  /// The cases of an assistant, the oldest first.
  Future<List<QuestionCase>> list(Call call, UUID assistant) {
    return database.inWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(LIST)
                .execute(Tuple.of(assistant))
                .map(rows -> Rows.all(rows, row -> read(call, row))));
  }

  /// Fails where there is no room.
  Future<Void> add(Call call, QuestionCase made) {
    var row =
        Tuple.of(call.workspace().value(), made.id(), made.assistantId())
            .addString(stored(call, made))
            .addBoolean(texts.on())
            .addUUID(made.questionId())
            .addOffsetDateTime(made.createdAt().atOffset(ZoneOffset.UTC))
            .addString(made.createdBy());
    return database.inWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(ADD)
                .execute(row)
                .compose(rows ->
                    rows.rowCount() > 0
                        ? Future.succeededFuture()
                        : Future.failedFuture(new EvaluationProblem.TooMany())));
  }

  /// False when there is none.
  Future<Boolean> change(Call call, QuestionCase changed) {
    var row =
        Tuple.of(changed.assistantId(), changed.id())
            .addString(stored(call, changed))
            .addBoolean(texts.on());
    return changes(call, CHANGE, row);
  }

  /// False when there is none.
  Future<Boolean> remove(Call call, UUID assistant, UUID id) {
    return changes(call, REMOVE, Tuple.of(assistant, id));
  }

  private Future<Boolean> changes(Call call, String sql, Tuple row) {
    return database.inWorkspace(
        call, connection -> connection.preparedQuery(sql).execute(row).map(r -> r.rowCount() > 0));
  }

  private String stored(Call call, QuestionCase one) {
    var content = Json.text(new Content(one.question(), one.expect()));
    return texts.stored(TextColumn.CASE.in(call.workspace(), one.id()), content);
  }

  private QuestionCase read(Call call, Row row) {
    var id = row.getUUID("id");
    var stored =
        texts.read(
            TextColumn.CASE.in(call.workspace(), id),
            row.getBoolean("sealed"),
            row.getString("content"));
    var content = Json.readOwn(stored, Content.class);
    return new QuestionCase(
        id,
        row.getUUID("assistant_id"),
        content.question(),
        content.expect(),
        row.getUUID("question_id"),
        row.getOffsetDateTime("created_at").toInstant(),
        row.getString("created_by"));
  }
}
