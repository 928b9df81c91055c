package dev.parley.retrieval.source.kept;

import dev.parley.call.Call;
import dev.parley.call.WorkspaceId;
import dev.parley.platform.postgres.Database;
import dev.parley.platform.postgres.Rows;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;

/// Rows that say when a source is due and who is at it. Times are the database's, so that replicas
/// need not agree on theirs.
public final class LeaseStore {
  /// Workspaces take turns: the one with the fewest runs comes first, and none has more than so
  /// many. The job is chosen in a materialised step, so that it is chosen once.
  private static final String TAKE =
      """
      WITH busy AS (
        SELECT workspace_id, count(*) AS runs FROM source_job
        WHERE lease_until >= now() GROUP BY workspace_id),
      due AS MATERIALIZED (
        SELECT j.workspace_id, j.source_id FROM source_job j LEFT JOIN busy USING (workspace_id)
        WHERE j.due_at <= now() AND (j.lease_until IS NULL OR j.lease_until < now())
          AND coalesce(busy.runs, 0) < $3
        ORDER BY coalesce(busy.runs, 0), j.due_at, j.source_id
        LIMIT 1
        FOR UPDATE OF j SKIP LOCKED)
      UPDATE source_job j
      SET lease_owner = $1, lease_until = now() + $2 * interval '1 millisecond',
          epoch = epoch + 1, attempts = attempts + 1
      FROM due
      WHERE j.workspace_id = due.workspace_id AND j.source_id = due.source_id
      RETURNING j.workspace_id, j.source_id, j.run_id, j.epoch, j.attempts
      """;

  private static final String RENEW =
      """
      UPDATE source_job SET lease_until = now() + $4 * interval '1 millisecond'
      WHERE workspace_id = $1 AND source_id = $2 AND epoch = $3 AND lease_until IS NOT NULL
      RETURNING cancelled
      """;
  private static final String GIVE_BACK =
      """
      UPDATE source_job SET lease_owner = NULL, lease_until = NULL, attempts = attempts - 1
      WHERE workspace_id = $1 AND source_id = $2 AND epoch = $3
      """;
  private static final String HELD =
      """
      SELECT 1 FROM source_job
      WHERE workspace_id = $1 AND source_id = $2 AND epoch = $3 AND lease_until IS NOT NULL
      FOR UPDATE
      """;

  private final Database database;
  private final String owner;

  /// @param owner names this process
  public LeaseStore(Database database, String owner) {
    this.database = database;
    this.owner = owner;
  }

  /// The source that waited longest, leased to this process.
  ///
  /// @param most sources of one workspace that are gone through at once, in all replicas
  public Future<Optional<Lease>> take(Call call, long leaseMillis, int most) {
    return database.outside(
        call,
        connection ->
            connection
                .preparedQuery(TAKE)
                .execute(Tuple.of(owner, leaseMillis, most))
                .map(rows -> Rows.first(rows, LeaseStore::lease)));
  }

  /// Holds a lease longer.
  ///
  /// @return whether somebody wants the run to end; empty when the lease was lost
  public Future<Optional<Boolean>> renew(Call call, Lease lease, long leaseMillis) {
    return database.outside(
        call,
        connection ->
            connection
                .preparedQuery(RENEW)
                .execute(values(lease).addLong(leaseMillis))
                .map(rows -> Rows.first(rows, row -> row.getBoolean("cancelled"))));
  }

  /// Lets another replica go on at once.
  public Future<Void> giveBack(Call call, Lease lease) {
    return database
        .outside(call, connection -> connection.preparedQuery(GIVE_BACK).execute(values(lease)))
        .mapEmpty();
  }

  /// Fails with [LostLease] unless the lease is held; it stays so until the transaction ends.
  static Future<Void> require(SqlConnection transaction, Lease lease) {
    return transaction
        .preparedQuery(HELD)
        .execute(values(lease))
        .compose(rows ->
            rows.size() == 0 ? Future.failedFuture(new LostLease()) : Future.succeededFuture());
  }

  private static Tuple values(Lease lease) {
    return Tuple.of(lease.workspace().value(), lease.source(), lease.epoch());
  }

  private static Lease lease(Row row) {
    return new Lease(
        new WorkspaceId(row.getUUID("workspace_id")),
        row.getUUID("source_id"),
        row.getUUID("run_id"),
        row.getLong("epoch"),
        row.getInteger("attempts"));
  }
}
