package dev.parley.metering.budget;

import dev.parley.call.Call;
import dev.parley.call.WorkspaceId;
import dev.parley.metering.rollup.RollupStore;
import dev.parley.platform.postgres.Database;
import dev.parley.platform.postgres.Rows;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Rows of periods and leases. Time is the database's own here: replicas need not agree on theirs.
///
/// Whoever needs both locks the period first and then its leases.
final class LeaseStore {
  /// The one conditional update. A slice is an eighth of what is left, in whole reservations.
  private static final String TAKE =
      """
      WITH moved AS (
        UPDATE budget_window w
        SET slice = greatest($6, (b.limit_nano - w.spent - w.leased) / 8 / $6 * $6),
            leased = w.leased + greatest($6, (b.limit_nano - w.spent - w.leased) / 8 / $6 * $6)
        FROM budget b
        WHERE w.workspace_id = $1 AND w.budget_id = $2 AND w.starts_at = $3
          AND b.workspace_id = $1 AND b.id = $2 AND b.deleted_at IS NULL
          AND b.limit_nano - w.spent - w.leased >= $6
        RETURNING w.slice),
      held AS (
        INSERT INTO budget_lease AS l
          (workspace_id, id, budget_id, starts_at, replica, granted, expires_at)
        SELECT $1, $4::uuid, $2, $3, $5::text, slice, now() + $7::bigint * interval '1 millisecond' FROM moved
        ON CONFLICT (workspace_id, id) DO UPDATE
          SET granted = l.granted + excluded.granted, expires_at = excluded.expires_at
          WHERE l.closed_at IS NULL
        RETURNING l.id)
      SELECT (SELECT slice FROM moved) AS slice, (SELECT count(*) FROM held) AS held
      """;

  private static final String FIND =
      """
      SELECT 1 FROM budget_window WHERE workspace_id = $1 AND budget_id = $2 AND starts_at = $3
      FOR UPDATE
      """;
  private static final String OPEN =
      """
      INSERT INTO budget_window (workspace_id, budget_id, starts_at, ends_at, spent)
      VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT DO NOTHING
      """;
  private static final String RECLAIM =
      """
      WITH dead AS (
        UPDATE budget_lease SET closed_at = now()
        WHERE workspace_id = $1 AND budget_id = $2 AND starts_at = $3
          AND closed_at IS NULL AND expires_at < now()
        RETURNING granted, spent),
      total AS (
        SELECT coalesce(sum(granted), 0)::bigint AS granted, coalesce(sum(spent), 0)::bigint AS spent
        FROM dead)
      UPDATE budget_window w SET leased = w.leased - t.granted, spent = w.spent + t.spent
      FROM total t
      WHERE w.workspace_id = $1 AND w.budget_id = $2 AND w.starts_at = $3
      """;

  /// What calls have cost, whether under leases that are open or not.
  private static final String USED =
      """
      SELECT b.limit_nano, w.spent + coalesce((
               SELECT sum(l.spent) FROM budget_lease l
               WHERE l.workspace_id = $1 AND l.budget_id = $2 AND l.starts_at = $3
                 AND l.closed_at IS NULL), 0)::bigint AS used
      FROM budget_window w JOIN budget b ON b.workspace_id = w.workspace_id AND b.id = w.budget_id
      WHERE w.workspace_id = $1 AND w.budget_id = $2 AND w.starts_at = $3
        AND b.deleted_at IS NULL
      """;

  private static final String GIVE_BACK =
      """
      WITH lowered AS (
        UPDATE budget_lease SET granted = granted - $5
        WHERE workspace_id = $1 AND id = $4 AND closed_at IS NULL
        RETURNING id)
      UPDATE budget_window w SET leased = w.leased - $5
      FROM lowered
      WHERE w.workspace_id = $1 AND w.budget_id = $2 AND w.starts_at = $3
      """;

  /// A lease ends when the ledger has all that it paid for.
  private static final String CLOSE =
      """
      WITH closed AS (
        UPDATE budget_lease SET closed_at = now()
        WHERE workspace_id = $1 AND id = $4 AND closed_at IS NULL AND spent >= granted
        RETURNING granted, spent)
      UPDATE budget_window w SET leased = w.leased - c.granted, spent = w.spent + c.spent
      FROM closed c
      WHERE w.workspace_id = $1 AND w.budget_id = $2 AND w.starts_at = $3
      """;

  private static final String RENEW =
      """
      UPDATE budget_lease SET expires_at = now() + $2::bigint * interval '1 millisecond'
      WHERE id = ANY ($1) AND closed_at IS NULL
      RETURNING id
      """;
  private static final String EXPIRED =
      """
      SELECT DISTINCT workspace_id, budget_id, starts_at FROM budget_lease
      WHERE closed_at IS NULL AND expires_at < now()
      LIMIT 100
      """;

  /// Entries of the ledger may name a lease until long after its end, but not for ever.
  private static final String FORGET =
      "DELETE FROM budget_lease WHERE closed_at < now() - interval '7 days'";

  private final Database database;
  private final RollupStore rollups;
  private final String replica;

  LeaseStore(Database database, RollupStore rollups, String replica) {
    this.database = database;
    this.rollups = rollups;
    this.replica = replica;
  }

  /// Takes a slice for a lease, which is new or has one already. Fails with [Lost] when the lease
  /// was taken back.
  ///
  /// @param need the least that is of use, above zero
  Future<Taken> take(Call call, Budget budget, Place place, UUID lease, long need, Duration ttl) {
    var values = values(place).addUUID(lease).addString(replica).addLong(need);
    values.addLong(ttl.toMillis());
    return database.inWorkspace(
        call,
        connection ->
            slice(connection, values)
                .compose(slice ->
                    slice == null
                        ? prepare(connection, budget, place)
                            .compose(_ -> slice(connection, values))
                            .compose(second -> taken(connection, place, second))
                        : Future.succeededFuture(new Taken.Slice(slice))));
  }

  /// Gives back part of a lease, or takes more without asking where it is negative.
  Future<Void> giveBack(Call call, Place place, UUID lease, long nano) {
    return locked(call, place, GIVE_BACK, values(place).addUUID(lease).addLong(nano)).mapEmpty();
  }

  /// Ends a lease that has paid for everything; false when it has not, or is over.
  Future<Boolean> close(Call call, Place place, UUID lease) {
    return locked(call, place, CLOSE, values(place).addUUID(lease))
        .map(rows -> rows.rowCount() > 0);
  }

  /// Keeps leases alive; those that are not in the answer are over.
  Future<Set<UUID>> renew(Call call, List<UUID> leases, Duration ttl) {
    return database.inEveryWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(RENEW)
                .execute(Tuple.of(leases.toArray(UUID[]::new), ttl.toMillis()))
                .map(rows -> {
                  var alive = new HashSet<UUID>();
                  rows.forEach(row -> alive.add(row.getUUID("id")));
                  return alive;
                }));
  }

  /// Where leases have expired.
  Future<List<Place>> expired(Call call) {
    return database.readInEveryWorkspace(
        call,
        connection ->
            connection.query(EXPIRED).execute().map(rows -> Rows.all(rows, row -> place(row))));
  }

  /// Ends expired leases: what they did not spend is free again.
  Future<Void> reclaim(Call call, Place place) {
    return locked(call, place, RECLAIM, values(place)).mapEmpty();
  }

  Future<Void> forget(Call call) {
    return database
        .inEveryWorkspace(call, connection -> connection.query(FORGET).execute())
        .mapEmpty();
  }

  private static Future<@Nullable Long> slice(SqlConnection connection, Tuple values) {
    return connection
        .preparedQuery(TAKE)
        .execute(values)
        .compose(rows -> {
          var row = rows.iterator().next();
          var slice = row.getLong("slice");
          return slice != null && row.getLong("held") == 0
              ? Future.failedFuture(new Lost())
              : Future.succeededFuture(slice);
        });
  }

  /// The period is there, and what expired in it is free.
  private Future<Void> prepare(SqlConnection connection, Budget budget, Place place) {
    return connection
        .preparedQuery(FIND)
        .execute(values(place))
        .compose(rows ->
            rows.size() == 0
                ? open(connection, budget, place)
                : connection.preparedQuery(RECLAIM).execute(values(place)))
        .mapEmpty();
  }

  /// What was spent in the period before there was a budget counts too.
  private Future<RowSet<Row>> open(SqlConnection connection, Budget budget, Place place) {
    var before =
        budget.period() == Period.TOTAL
            ? Future.succeededFuture(0L)
            : rollups.spent(connection, budget.subject(), place.start());
    return before.compose(spent ->
        connection
            .preparedQuery(OPEN)
            .execute(values(place).addOffsetDateTime(at(place.end())).addLong(spent)));
  }

  private static Future<Taken> taken(SqlConnection connection, Place place, @Nullable Long slice) {
    if (slice != null) {
      return Future.succeededFuture(new Taken.Slice(slice));
    }
    return connection
        .preparedQuery(USED)
        .execute(values(place))
        .map(rows -> {
          if (rows.size() == 0) {
            return new Taken.Nothing(0, 0);
          }
          var row = rows.iterator().next();
          return new Taken.Nothing(row.getLong("limit_nano"), row.getLong("used"));
        });
  }

  private Future<RowSet<Row>> locked(Call call, Place place, String sql, Tuple values) {
    return database.inWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(FIND)
                .execute(values(place))
                .compose(_ -> connection.preparedQuery(sql).execute(values)));
  }

  private static Tuple values(Place place) {
    return Tuple.of(place.workspace().value(), place.budget(), at(place.start()));
  }

  private static Place place(Row row) {
    return new Place(
        new WorkspaceId(row.getUUID("workspace_id")),
        row.getUUID("budget_id"),
        row.getOffsetDateTime("starts_at").toInstant(),
        null);
  }

  private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  /// A period of a budget, as its row is named.
  record Place(WorkspaceId workspace, UUID budget, Instant start, @Nullable Instant end) {}

  /// What came of asking for a slice.
  sealed interface Taken {
    /// So much is granted.
    record Slice(long nano) implements Taken {}

    /// There is less than is needed.
    ///
    /// @param used what calls have cost; the rest is kept for those under way
    record Nothing(long limit, long used) implements Taken {}
  }

  /// The lease was taken back.
  static final class Lost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Lost() {
      super("the lease is over", null, false, false);
    }
  }
}
