package dev.parley.metering.budget;

import dev.parley.call.Call;
import dev.parley.call.WorkspaceId;
import dev.parley.control.audit.AuditEvent;
import dev.parley.control.edit.EditStore;
import dev.parley.metering.usage.Subject;
import dev.parley.platform.postgres.Database;
import dev.parley.platform.postgres.Rows;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Rows of budgets, and how far each is used up.
final class BudgetStore {
  static final String TOPIC = "budgets";
  private static final String ALL =
      """
      SELECT workspace_id, id, name, subject, subject_id, period, limit_nano, created_at
      FROM budget
      WHERE deleted_at IS NULL
      """;

  /// The period that a moment lies in is the last one that has begun.
  private static final String STATES =
      """
      SELECT b.workspace_id, b.id, b.name, b.subject, b.subject_id, b.period, b.limit_nano,
             b.created_at, w.starts_at, w.ends_at, coalesce(w.spent, 0) AS spent,
             coalesce(w.leased, 0) AS leased,
             coalesce((SELECT sum(l.spent) FROM budget_lease l
                       WHERE l.workspace_id = b.workspace_id AND l.budget_id = b.id
                         AND l.starts_at = w.starts_at AND l.closed_at IS NULL), 0)::bigint
               AS lease_spent
      FROM budget b
      LEFT JOIN LATERAL (
        SELECT starts_at, ends_at, spent, leased FROM budget_window w
        WHERE w.workspace_id = b.workspace_id AND w.budget_id = b.id
          AND (w.ends_at IS NULL OR w.ends_at > $1)
        ORDER BY w.starts_at DESC
        LIMIT 1) w ON true
      WHERE b.deleted_at IS NULL AND ($2::uuid IS NULL OR b.id = $2)
      ORDER BY b.created_at, b.id
      """;

  private static final String INSERT =
      """
      INSERT INTO budget (workspace_id, id, name, subject, subject_id, period, limit_nano,
                          created_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
      """;
  private static final String CHANGE =
      """
      UPDATE budget SET name = coalesce($2, name), limit_nano = coalesce($3, limit_nano)
      WHERE id = $1 AND deleted_at IS NULL
      """;

  /// What was told holds only as far as it is still true.
  private static final String TELL_AGAIN =
      """
      UPDATE budget_window w
      SET told = least(w.told, CASE
        WHEN (w.spent + w.leased)::numeric * 100 >= b.limit_nano::numeric * 100 THEN 100
        WHEN (w.spent + w.leased)::numeric * 100 >= b.limit_nano::numeric * 80 THEN 80
        WHEN (w.spent + w.leased)::numeric * 100 >= b.limit_nano::numeric * 50 THEN 50
        ELSE 0 END)
      FROM budget b
      WHERE b.id = $1 AND w.workspace_id = b.workspace_id AND w.budget_id = b.id
      """;

  private static final String DELETE =
      "UPDATE budget SET deleted_at = $2 WHERE id = $1 AND deleted_at IS NULL";

  private final Database database;
  private final EditStore edits;

  BudgetStore(Database database, EditStore edits) {
    this.database = database;
    this.edits = edits;
  }

  /// The budgets of every workspace.
  Future<List<Budget>> all(Call call) {
    return database.readInEveryWorkspace(
        call,
        connection ->
            connection.query(ALL).execute().map(rows -> Rows.all(rows, row -> budget(row))));
  }

  /// The workspace's budgets, or one of them.
  Future<List<State>> states(Call call, Instant now, @Nullable UUID id) {
    return database.readInWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(STATES)
                .execute(Tuple.of(at(now)).addUUID(id))
                .map(rows -> Rows.all(rows, row -> state(row, now))));
  }

  Future<Void> insert(Call call, Budget budget, AuditEvent event) {
    return edits.edit(
        call,
        event,
        connection ->
            connection
                .preparedQuery(INSERT)
                .execute(
                    Tuple.of(budget.workspace().value(), budget.id(), budget.name())
                        .addString(budget.subject().kind().wireName())
                        .addString(budget.subject().id())
                        .addString(budget.period().wireName())
                        .addLong(budget.limitNano())
                        .addOffsetDateTime(at(budget.createdAt()))));
  }

  /// False when there is none.
  Future<Boolean> change(
      Call call, UUID id, @Nullable String name, @Nullable Long limitNano, AuditEvent event) {
    return edits.editAny(
        call,
        event,
        connection ->
            connection
                .preparedQuery(CHANGE)
                .execute(Tuple.of(id).addString(name).addLong(limitNano))
                .compose(rows ->
                    rows.rowCount() == 0
                        ? Future.succeededFuture(false)
                        : connection.preparedQuery(TELL_AGAIN).execute(Tuple.of(id)).map(true)));
  }

  Future<Boolean> delete(Call call, UUID id, Instant now, AuditEvent event) {
    return edits.editAny(
        call,
        event,
        connection ->
            connection
                .preparedQuery(DELETE)
                .execute(Tuple.of(id, at(now)))
                .map(rows -> rows.rowCount() > 0));
  }

  private static State state(Row row, Instant now) {
    var budget = budget(row);
    var starts = row.getOffsetDateTime("starts_at");
    var ofLeases = row.getLong("lease_spent");
    return new State(
        budget,
        starts == null ? budget.window(now) : window(row),
        row.getLong("spent") + ofLeases,
        Math.max(0, row.getLong("leased") - ofLeases));
  }

  private static Period.Window window(Row row) {
    var ends = row.getOffsetDateTime("ends_at");
    return new Period.Window(
        row.getOffsetDateTime("starts_at").toInstant(), ends == null ? null : ends.toInstant());
  }

  private static Budget budget(Row row) {
    return new Budget(
        new WorkspaceId(row.getUUID("workspace_id")),
        row.getUUID("id"),
        row.getString("name"),
        new Subject(Subject.Kind.of(row.getString("subject")), row.getString("subject_id")),
        Period.of(row.getString("period")),
        row.getLong("limit_nano"),
        row.getOffsetDateTime("created_at").toInstant());
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /// How far a budget is used up in its period.
  ///
  /// @param leased what replicas hold for calls, those under way and those to come
  record State(Budget budget, Period.Window window, long spent, long leased) {
    long remaining() {
      return Math.max(0, budget.limitNano() - spent - leased);
    }
  }
}
