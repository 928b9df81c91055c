package dev.parley.retrieval.source.kept;

import static dev.parley.retrieval.source.kept.SourceStore.at;

import dev.parley.call.Call;
import dev.parley.control.audit.AuditEvent;
import dev.parley.control.audit.AuditStore;
import dev.parley.platform.postgres.Database;
import dev.parley.platform.postgres.Rows;
import dev.parley.retrieval.document.BaseStore;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Rows of runs. Twenty of a source are kept.
public final class RunStore {
  private static final String LIST =
      "SELECT "
          + RunColumns.ALL
          + "FROM source_run WHERE source_id = $1 ORDER BY asked_at DESC, id DESC LIMIT 20";
  private static final String LAST =
      "SELECT DISTINCT ON (source_id) "
          + RunColumns.ALL
          + "FROM source_run WHERE source_id = ANY($1) ORDER BY source_id, asked_at DESC, id DESC";
  private static final String FIND =
      "SELECT " + RunColumns.ALL + "FROM source_run WHERE source_id = $1 AND id = $2";

  /// The worst first, and of those that only went well not all.
  private static final String EVENTS =
      """
      SELECT item, url, outcome, code, detail, at FROM source_event
      WHERE run_id = $1 AND outcome <> 'unchanged'
      ORDER BY array_position(ARRAY['failed', 'removed', 'changed', 'added', 'skipped'], outcome), url
      LIMIT 500
      """;

  private static final String FREE =
      """
      SELECT run_id IS NULL AS free FROM source_job WHERE workspace_id = $1 AND source_id = $2
      FOR UPDATE
      """;
  private static final String ADD =
      """
      INSERT INTO source_run (workspace_id, id, source_id, state, started_by, removes, asked_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7)
      """;
  private static final String DUE_NOW =
      """
      UPDATE source_job SET due_at = now(), run_id = $3, attempts = 0, cancelled = false
      WHERE workspace_id = $1 AND source_id = $2
      """;
  private static final String BEGIN =
      """
      UPDATE source_run SET state = 'running', started_at = coalesce(started_at, $2) WHERE id = $1
      """;
  private static final String NAME =
      "UPDATE source_job SET run_id = $3 WHERE workspace_id = $1 AND source_id = $2";
  private static final String CANCEL =
      """
      UPDATE source_job SET cancelled = true, due_at = now()
      WHERE workspace_id = $1 AND source_id = $2 AND run_id = $3
      """;
  private static final String PROGRESS =
      """
      UPDATE source_run
      SET listed = $2, added = $3, changed = $4, unchanged = $5, failed = $6, skipped = $7
      WHERE id = $1
      """;

  /// Counted from what was noted page by page, so that the report is what its lines say.
  private static final String FINISH =
      """
      UPDATE source_run r
      SET state = $2, missing = $3, ended_by = $4, error_code = $5, error_detail = $6,
          finished_at = $7, added = n.added, changed = n.changed, unchanged = n.unchanged,
          removed = n.removed, failed = n.failed, skipped = n.skipped,
          listed = n.added + n.changed + n.unchanged + n.failed
      FROM (SELECT count(*) FILTER (WHERE outcome = 'added') AS added,
                   count(*) FILTER (WHERE outcome = 'changed') AS changed,
                   count(*) FILTER (WHERE outcome = 'unchanged') AS unchanged,
                   count(*) FILTER (WHERE outcome = 'removed') AS removed,
                   count(*) FILTER (WHERE outcome = 'failed') AS failed,
                   count(*) FILTER (WHERE outcome = 'skipped') AS skipped
            FROM source_event WHERE run_id = $1) n
      WHERE r.id = $1
      """;

  private static final String RELEASE =
      """
      UPDATE source_job
      SET run_id = NULL, lease_owner = NULL, lease_until = NULL, attempts = 0, cancelled = false,
          due_at = $3
      WHERE workspace_id = $1 AND source_id = $2
      """;
  private static final String FORGET_UNCHANGED =
      "DELETE FROM source_event WHERE run_id = $1 AND outcome = 'unchanged'";
  private static final String FORGET_OLD =
      """
      DELETE FROM source_run
      WHERE source_id = $1 AND id NOT IN (
        SELECT id FROM source_run WHERE source_id = $1 ORDER BY asked_at DESC, id DESC LIMIT 20)
      """;

  private final Database database;
  private final AuditStore audit;

  public RunStore(Database database, AuditStore audit) {
    this.database = database;
    this.audit = audit;
  }

  /// The last runs of a source, the newest first.
  public Future<List<Run>> list(Call call, UUID source) {
    return read(call, LIST, Tuple.of(source));
  }

  /// The newest run of each source that has one.
  public Future<List<Run>> last(Call call, List<UUID> sources) {
    return read(call, LAST, Tuple.of((Object) sources.toArray(UUID[]::new)));
  }

  public Future<Optional<Run>> find(Call call, UUID source, UUID id) {
    return read(call, FIND, Tuple.of(source, id)).map(runs -> runs.stream().findFirst());
  }

  /// What a run did, page by page: 500 at most.
  public Future<List<Run.Event>> events(Call call, UUID run) {
    return database.readInWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(EVENTS)
                .execute(Tuple.of(run))
                .map(rows -> Rows.all(rows, RunColumns::event)));
  }

  /// Asks for a run as soon as may be; false while another one waits or goes on. Fails with a
  /// [BaseProblem] where the caller may not change the base.
  public Future<Boolean> ask(Call call, Source source, Run run, AuditEvent event) {
    var job = Tuple.of(call.workspace().value(), run.sourceId());
    return database.inWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(FREE)
                .execute(job)
                .compose(
                    rows -> BaseStore.requireShared(connection, call, source.baseId()).map(rows))
                .compose(rows ->
                    rows.size() == 0 || !rows.iterator().next().getBoolean("free")
                        ? Future.succeededFuture(false)
                        : add(connection, call, run)
                            .compose(_ -> dueNow(connection, call, run))
                            .compose(_ -> audit.append(connection, call, event))
                            .map(true)));
  }

  /// Lets a run end early; false when it does not wait or go on. Fails with a [BaseProblem] where
  /// the caller may not change the base.
  public Future<Boolean> cancel(Call call, Source source, UUID run) {
    return database.inWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(CANCEL)
                .execute(Tuple.of(call.workspace().value(), source.id(), run))
                .compose(rows ->
                    BaseStore.requireShared(connection, call, source.baseId())
                        .map(rows.rowCount() > 0)));
  }

  /// Begins a run, or goes on with one. Fails with [LostLease].
  public Future<Run> begin(Call call, Lease lease, Run fresh, Instant now) {
    var id = lease.run() == null ? fresh.id() : lease.run();
    return database.inWorkspace(
        call,
        connection ->
            LeaseStore.require(connection, lease)
                .compose(_ ->
                    lease.run() == null
                        ? add(connection, call, fresh).compose(_ -> name(connection, lease, id))
                        : Future.succeededFuture())
                .compose(_ -> connection.preparedQuery(BEGIN).execute(Tuple.of(id, at(now))))
                .compose(_ -> connection.preparedQuery(FIND).execute(Tuple.of(lease.source(), id)))
                .map(rows -> RunColumns.run(rows.iterator().next())));
  }

  /// Tells how far a run is.
  public Future<Void> progress(Call call, UUID run, Run.Counts counts) {
    var row =
        Tuple.of(run, counts.listed(), counts.added(), counts.changed(), counts.unchanged())
            .addInteger(counts.failed())
            .addInteger(counts.skipped());
    return database
        .inWorkspace(call, connection -> connection.preparedQuery(PROGRESS).execute(row))
        .mapEmpty();
  }

  /// Ends a run and gives its lease back. Fails with [LostLease].
  ///
  /// @param due when the source is due next
  public Future<Void> finish(
      Call call, Lease lease, UUID run, Run.End end, Instant now, @Nullable Instant due) {
    var row =
        Tuple.of(run, Names.of(end.state()), end.missing())
            .addString(end.endedBy() == null ? null : Names.of(end.endedBy()))
            .addString(end.errorCode())
            .addString(end.errorDetail())
            .addOffsetDateTime(at(now));
    var job =
        Tuple.of(lease.workspace().value(), lease.source())
            .addOffsetDateTime(due == null ? null : at(due));
    return database
        .inWorkspace(
            call,
            connection ->
                LeaseStore.require(connection, lease)
                    .compose(_ -> connection.preparedQuery(FINISH).execute(row))
                    .compose(_ -> connection.preparedQuery(FORGET_UNCHANGED).execute(Tuple.of(run)))
                    .compose(
                        _ -> connection.preparedQuery(FORGET_OLD).execute(Tuple.of(lease.source())))
                    .compose(_ -> connection.preparedQuery(RELEASE).execute(job)))
        .mapEmpty();
  }

  private static Future<?> add(SqlConnection connection, Call call, Run run) {
    return connection
        .preparedQuery(ADD)
        .execute(
            Tuple.of(call.workspace().value(), run.id(), run.sourceId())
                .addString(Names.of(run.state()))
                .addString(run.startedBy())
                .addBoolean(run.removes())
                .addOffsetDateTime(at(run.askedAt())));
  }

  private static Future<?> dueNow(SqlConnection connection, Call call, Run run) {
    return connection
        .preparedQuery(DUE_NOW)
        .execute(Tuple.of(call.workspace().value(), run.sourceId(), run.id()));
  }

  private static Future<?> name(SqlConnection connection, Lease lease, UUID run) {
    return connection
        .preparedQuery(NAME)
        .execute(Tuple.of(lease.workspace().value(), lease.source(), run));
  }

  private Future<List<Run>> read(Call call, String statement, Tuple values) {
    return database.readInWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(statement)
                .execute(values)
                .map(rows -> Rows.all(rows, RunColumns::run)));
  }
}
