package dev.parley.metering.budget;

import dev.parley.call.Call;
import dev.parley.call.WorkspaceId;
import dev.parley.control.audit.AuditAction;
import dev.parley.control.audit.AuditEvent;
import dev.parley.control.audit.AuditStore;
import dev.parley.metering.outbox.OutboxEvent;
import dev.parley.metering.outbox.OutboxStore;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.postgres.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Which thresholds were reached, and that somebody was told: once for each period and threshold,
/// whatever replica sees it first.
final class ThresholdStore {
  private static final String TYPE = "dev.parley.budget.threshold";
  private static final String REACHED =
      """
      SELECT * FROM (
        SELECT w.workspace_id, w.budget_id, b.name, w.starts_at, b.limit_nano, w.told,
               w.spent + coalesce((SELECT sum(l.spent) FROM budget_lease l
                 WHERE l.workspace_id = w.workspace_id AND l.budget_id = w.budget_id
                   AND l.starts_at = w.starts_at AND l.closed_at IS NULL), 0)::bigint AS spent
        FROM budget_window w
        JOIN budget b ON b.workspace_id = w.workspace_id AND b.id = w.budget_id
        WHERE w.told < 100 AND b.deleted_at IS NULL AND (w.ends_at IS NULL OR w.ends_at > now())
      ) AS one
      WHERE spent::numeric * 100 >= limit_nano::numeric * CASE
        WHEN told < 50 THEN 50 WHEN told < 80 THEN 80 ELSE 100 END
      LIMIT 100
      """;
  private static final String TOLD =
      """
      UPDATE budget_window SET told = $4
      WHERE workspace_id = $1 AND budget_id = $2 AND starts_at = $3 AND told < $4
      """;

  private final Database database;
  private final AuditStore audit;
  private final OutboxStore outbox;

  ThresholdStore(Database database, AuditStore audit, OutboxStore outbox) {
    this.database = database;
    this.audit = audit;
    this.outbox = outbox;
  }

  /// Periods that have reached a threshold that nobody was told of.
  Future<List<Reached>> reached(Call call) {
    return database.readInEveryWorkspace(
        call,
        connection ->
            connection
                .query(REACHED)
                .execute()
                .map(rows -> {
                  var all = new ArrayList<Reached>();
                  for (var row : rows) {
                    all.add(
                        new Reached(
                            new WorkspaceId(row.getUUID("workspace_id")),
                            row.getUUID("budget_id"),
                            row.getString("name"),
                            row.getOffsetDateTime("starts_at").toInstant(),
                            row.getLong("limit_nano"),
                            row.getLong("spent"),
                            row.getInteger("told")));
                  }
                  return all;
                }));
  }

  /// Tells one threshold, if nobody else has.
  Future<Void> tell(Call call, Reached reached, int percent, Instant now) {
    var row =
        Tuple.of(reached.workspace().value(), reached.budget())
            .addOffsetDateTime(reached.start().atOffset(ZoneOffset.UTC))
            .addInteger(percent);
    return database.inWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(TOLD)
                .execute(row)
                .compose(rows ->
                    rows.rowCount() == 0
                        ? Future.succeededFuture()
                        : write(connection, call, reached, percent, now)));
  }

  private Future<Void> write(
      SqlConnection connection, Call call, Reached reached, int percent, Instant now) {
    var notice =
        new Notice(
            reached.budget(),
            reached.name(),
            reached.start(),
            percent,
            reached.spent(),
            reached.limit());
    var id = Ids.named(reached.budget(), reached.start() + "/" + percent + "/" + reached.limit());
    var detail =
        Map.of(
            "name", reached.name(),
            "percent", Integer.toString(percent),
            "spent_nano", Long.toString(reached.spent()),
            "limit_nano", Long.toString(reached.limit()));
    var event =
        AuditEvent.of(AuditAction.BUDGET_THRESHOLD_REACHED, "budget:" + reached.budget(), detail);
    return outbox
        .insert(connection, OutboxEvent.of(reached.workspace(), id, TYPE, now, notice))
        .compose(_ -> audit.append(connection, call, event));
  }

  /// @param told the highest threshold that somebody was told of
  record Reached(
      WorkspaceId workspace,
      UUID budget,
      String name,
      Instant start,
      long limit,
      long spent,
      int told) {}

  private record Notice(
      UUID budgetId, String name, Instant periodFrom, int percent, long spent, long limit) {}
}
