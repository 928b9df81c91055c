package dev.parley.chat.evaluation;

import dev.parley.call.Call;
import dev.parley.chat.evaluation.Run.Result;
import dev.parley.chat.seal.SealedText;
import dev.parley.chat.seal.TextColumn;
import dev.parley.platform.http.Json;
import dev.parley.platform.postgres.Database;
import dev.parley.platform.postgres.DatabaseProblem.Conflict;
import dev.parley.platform.postgres.Rows;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// Rows of runs and what came of them. Twenty runs of an assistant are kept.
final class RunStore {
  private static final String COLUMNS =
      """
      SELECT id, assistant_id, version,
             CASE WHEN state = 'running' AND lease_until < now() THEN 'interrupted'
                  ELSE state END AS state,
             total, done, passed, started_at, started_by, finished_at
      FROM case_run
      WHERE workspace_id = current_setting('parley.workspace')::uuid AND assistant_id = $1
      """;
  private static final String LIST = COLUMNS + "ORDER BY started_at DESC, id DESC LIMIT 20";
  private static final String FIND = COLUMNS + "AND id = $2";
  private static final String INTERRUPT =
      """
      UPDATE case_run SET state = 'interrupted', finished_at = lease_until
      WHERE workspace_id = current_setting('parley.workspace')::uuid AND assistant_id = $1
        AND state = 'running' AND lease_until < now()
      """;
  private static final String BEGIN =
      """
      INSERT INTO case_run (workspace_id, id, assistant_id, version, state, total, lease_until,
                            started_at, started_by)
      VALUES ($1, $2, $3, $4, 'running', $5, now() + interval '5 minutes', $6, $7)
      """;
  private static final String FORGET =
      """
      DELETE FROM case_run
      WHERE workspace_id = current_setting('parley.workspace')::uuid AND assistant_id = $1
        AND id NOT IN (
          SELECT id FROM case_run WHERE assistant_id = $1
          ORDER BY started_at DESC, id DESC LIMIT 20)
      """;

  /// Counts nothing of a run that was stopped.
  private static final String COUNT =
      """
      UPDATE case_run
      SET done = done + 1, passed = passed + $2, lease_until = now() + interval '5 minutes'
      WHERE workspace_id = current_setting('parley.workspace')::uuid AND id = $1
        AND state = 'running'
      """;

  private static final String RESULT =
      """
      INSERT INTO case_result (workspace_id, id, run_id, case_id, passed, content, sealed, millis)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
      """;
  private static final String END =
      """
      UPDATE case_run SET state = $3, finished_at = $4
      WHERE workspace_id = current_setting('parley.workspace')::uuid AND assistant_id = $1
        AND id = $2 AND state = 'running'
      """;
  private static final String RESULTS =
      """
      SELECT id, case_id, passed, content, sealed, millis FROM case_result
      WHERE workspace_id = current_setting('parley.workspace')::uuid AND run_id = $1
      ORDER BY id
      """;

  private final Database database;
  private final SealedText texts;

  RunStore(Database database, SealedText texts) {
    this.database = database;
    this.texts = texts;
  }

  /// The last runs of an assistant, the newest first.
  Future<List<Run>> list(Call call, UUID assistant) {
    return database.inWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(LIST)
                .execute(Tuple.of(assistant))
                .map(rows -> Rows.all(rows, RunStore::run)));
  }

  Future<Optional<Run>> find(Call call, UUID assistant, UUID id) {
    return database.inWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(FIND)
                .execute(Tuple.of(assistant, id))
                .map(rows -> Rows.first(rows, RunStore::run)));
  }

  /// What came of a run so far.
  Future<List<Result>> results(Call call, UUID run) {
    return database.inWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(RESULTS)
                .execute(Tuple.of(run))
                .map(rows -> Rows.all(rows, row -> result(call, row))));
  }

  /// Fails with [EvaluationProblem.Running] while another one of the assistant runs.
  Future<Void> begin(Call call, Run run) {
    var row =
        Tuple.of(call.workspace().value(), run.id(), run.assistantId(), run.version(), run.total())
            .addOffsetDateTime(run.startedAt().atOffset(ZoneOffset.UTC))
            .addString(run.startedBy());
    var of = Tuple.of(run.assistantId());
    return database
        .inWorkspace(
            call,
            connection ->
                connection
                    .preparedQuery(INTERRUPT)
                    .execute(of)
                    .compose(_ -> connection.preparedQuery(BEGIN).execute(row))
                    .compose(_ -> connection.preparedQuery(FORGET).execute(of)))
        .<Void>mapEmpty()
        .recover(failure ->
            Future.failedFuture(
                failure instanceof Conflict ? new EvaluationProblem.Running() : failure));
  }

  /// Stores what came of a case; false when the run was stopped meanwhile, and then nothing is.
  Future<Boolean> add(Call call, UUID run, Result result) {
    var place = TextColumn.RESULT.in(call.workspace(), result.id());
    var row =
        Tuple.of(call.workspace().value(), result.id(), run, result.caseId(), result.passed())
            .addString(texts.stored(place, Json.text(result.content())))
            .addBoolean(texts.on())
            .addLong(result.millis());
    return database.inWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(COUNT)
                .execute(Tuple.of(run, result.passed() ? 1 : 0))
                .compose(counted ->
                    counted.rowCount() == 0
                        ? Future.succeededFuture(false)
                        : connection.preparedQuery(RESULT).execute(row).map(true)));
  }

  /// Ends a run that has not ended; false when there is none.
  Future<Boolean> end(Call call, Run run, Run.State state, Instant now) {
    var row =
        Tuple.of(run.assistantId(), run.id(), state.name().toLowerCase(Locale.ROOT))
            .addOffsetDateTime(now.atOffset(ZoneOffset.UTC));
    return database.inWorkspace(
        call,
        connection -> connection.preparedQuery(END).execute(row).map(rows -> rows.rowCount() > 0));
  }

  private static Run run(Row row) {
    var finished = row.getOffsetDateTime("finished_at");
    return new Run(
        row.getUUID("id"),
        row.getUUID("assistant_id"),
        row.getInteger("version"),
        Run.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getInteger("total"),
        row.getInteger("done"),
        row.getInteger("passed"),
        row.getOffsetDateTime("started_at").toInstant(),
        row.getString("started_by"),
        finished == null ? null : finished.toInstant());
  }

  private Result result(Call call, Row row) {
    var id = row.getUUID("id");
    var stored =
        texts.read(
            TextColumn.RESULT.in(call.workspace(), id),
            row.getBoolean("sealed"),
            row.getString("content"));
    return new Result(
        id,
        row.getUUID("case_id"),
        row.getBoolean("passed"),
        Json.readOwn(stored, Run.Content.class),
        row.getLong("millis"));
  }
}
