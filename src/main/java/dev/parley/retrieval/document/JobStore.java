package dev.parley.retrieval.document;

import static dev.parley.retrieval.document.DocumentColumns.at;

import dev.parley.call.Call;
import dev.parley.call.WorkspaceId;
import dev.parley.platform.postgres.Database;
import dev.parley.platform.postgres.Rows;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Jobs of ingestion, each with a lease: whoever dies loses it, and somebody else goes on.
public final class JobStore {
  /// The job is chosen once, in a materialised step: as a plain subquery a join may run it again
  /// for each row, and every run skips what the one before has locked and leases another job.
  /// Workspaces take turns, and what people sent goes before what came by itself.
  private static final String TAKE =
      """
      WITH busy AS (
        SELECT workspace_id, count(*) AS jobs FROM ingest_job
        WHERE lease_until >= $3 GROUP BY workspace_id),
      due AS MATERIALIZED (
        SELECT j.workspace_id, j.document_id FROM ingest_job j LEFT JOIN busy USING (workspace_id)
        WHERE j.not_before <= $3 AND (j.lease_until IS NULL OR j.lease_until < $3)
        ORDER BY coalesce(busy.jobs, 0), j.priority, j.not_before, j.document_id
        LIMIT 1
        FOR UPDATE OF j SKIP LOCKED)
      UPDATE ingest_job j
      SET lease_owner = $1, lease_until = $2, attempts = attempts + 1
      FROM due
      WHERE j.workspace_id = due.workspace_id AND j.document_id = due.document_id
      RETURNING j.workspace_id, j.document_id, j.attempts
      """;

  private static final String RENEW =
      """
      UPDATE ingest_job SET lease_until = $4
      WHERE workspace_id = $1 AND document_id = $2 AND lease_owner = $3
      """;
  private static final String FINISH =
      """
      DELETE FROM ingest_job WHERE workspace_id = $1 AND document_id = $2 AND lease_owner = $3
      """;
  private static final String LATER =
      """
      UPDATE ingest_job SET lease_owner = NULL, lease_until = NULL, not_before = $4
      WHERE workspace_id = $1 AND document_id = $2 AND lease_owner = $3
      """;

  private final Database database;
  private final String owner;

  /// @param owner names this process; another one may not touch its leases
  public JobStore(Database database, String owner) {
    this.database = database;
    this.owner = owner;
  }

  /// The job that has waited longest, leased to this process.
  public Future<Optional<Job>> take(Call call, Instant now, Duration lease) {
    return database.outside(
        call,
        connection ->
            connection
                .preparedQuery(TAKE)
                .execute(Tuple.of(owner, at(now.plus(lease)), at(now)))
                .map(rows -> Rows.first(rows, row -> job(row))));
  }

  /// Holds the lease longer; false when it was lost.
  public Future<Boolean> renew(Call call, Job job, Instant until) {
    return run(call, RENEW, Tuple.of(job.workspace().value(), job.document(), owner, at(until)));
  }

  /// The job is done, well or not.
  public Future<Boolean> finish(Call call, Job job) {
    return run(call, FINISH, Tuple.of(job.workspace().value(), job.document(), owner));
  }

  /// Gives the job back, to be tried again.
  public Future<Boolean> tryLater(Call call, Job job, Instant notBefore) {
    return run(
        call, LATER, Tuple.of(job.workspace().value(), job.document(), owner, at(notBefore)));
  }

  private Future<Boolean> run(Call call, String statement, Tuple parameters) {
    return database.outside(
        call,
        connection ->
            connection
                .preparedQuery(statement)
                .execute(parameters)
                .map(rows -> rows.rowCount() > 0));
  }

  private static Job job(Row row) {
    return new Job(
        new WorkspaceId(row.getUUID("workspace_id")),
        row.getUUID("document_id"),
        row.getInteger("attempts"));
  }

  /// One document to be read.
  ///
  /// @param attempts how often it was begun, this time included
  public record Job(WorkspaceId workspace, UUID document, int attempts) {}
}
