package dev.parley.metering.rollup;

import dev.parley.call.Call;
import dev.parley.call.WorkspaceId;
import dev.parley.metering.usage.Subject;
import dev.parley.platform.postgres.Database;
import dev.parley.platform.postgres.Rows;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/// Rows of sums. The ledger adds to them in its own statement.
public final class RollupStore {
  private static final String SERIES =
      """
      SELECT starts_at,
             CASE $4 WHEN 'model' THEN model WHEN 'provider' THEN provider WHEN 'kind' THEN kind
                     WHEN 'user' THEN user_id WHEN 'key' THEN key_id ELSE '' END AS name,
             sum(requests)::bigint AS requests, sum(failures)::bigint AS failures,
             sum(input_tokens)::bigint AS input, sum(cache_read_tokens)::bigint AS cache_read,
             sum(cache_write_tokens)::bigint AS cache_write, sum(output_tokens)::bigint AS output,
             sum(reasoning_tokens)::bigint AS reasoning, sum(cost_nano)::bigint AS cost
      FROM usage_rollup
      WHERE grain = $1 AND starts_at >= date_trunc($1, $2::timestamptz, 'UTC') AND starts_at < $3
        AND ($5 = '' OR user_id = $5)
        AND ($6 = '' OR key_id = $6)
        AND ($7::text IS NULL OR provider = $7)
        AND ($8::text IS NULL OR model = $8)
        AND ($9::text IS NULL OR kind = $9)
      GROUP BY 1, 2
      ORDER BY 1, 2
      LIMIT $10
      """;
  private static final String SPENT =
      """
      SELECT coalesce(sum(cost_nano), 0)::bigint AS cost
      FROM usage_rollup
      WHERE grain = 'day' AND starts_at >= $1
        AND ($2 = '' OR user_id = $2) AND ($3 = '' OR key_id = $3)
      """;

  /// The ledger cannot add to the sums from here to the commit.
  private static final String LOCK = "LOCK TABLE usage_rollup IN EXCLUSIVE MODE";

  private static final String WORKSPACES = "SELECT id FROM workspace ORDER BY id";
  private static final String CLEAR = "DELETE FROM usage_rollup";
  private static final String REBUILD =
      """
      INSERT INTO usage_rollup
      SELECT workspace_id, grain, date_trunc(grain, started_at, 'UTC'), kind, provider, model,
             coalesce(user_id::text, ''), coalesce(key_id, ''), count(*),
             count(*) FILTER (WHERE outcome NOT IN ('completed', 'cancelled')),
             sum(input_tokens), sum(cache_read_tokens), sum(cache_write_tokens),
             sum(output_tokens), sum(reasoning_tokens), sum(cost_nano)
      FROM usage_entry, (VALUES ('hour'), ('day')) AS grains (grain)
      GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
      """;

  private final Database database;

  public RollupStore(Database database) {
    this.database = database;
  }

  /// Sums by bucket and name, in this order.
  ///
  /// @param most points
  Future<List<Point>> series(Call call, UsageQuery query, int most) {
    var subject = query.subject();
    var values =
        Tuple.of(query.grain().wireName(), at(query.from()), at(query.to()), query.by().wireName())
            .addString(user(subject))
            .addString(key(subject))
            .addString(query.provider())
            .addString(query.model())
            .addString(query.kind())
            .addInteger(most);
    return database.readInWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(SERIES)
                .execute(values)
                .map(rows -> Rows.all(rows, row -> point(row))));
  }

  /// What a subject has spent since the begin of a day, seen from inside a transaction.
  public Future<Long> spent(SqlConnection transaction, Subject subject, Instant day) {
    return transaction
        .preparedQuery(SPENT)
        .execute(Tuple.of(at(day), user(subject), key(subject)))
        .map(rows -> rows.iterator().next().getLong("cost"));
  }

  Future<List<WorkspaceId>> workspaces(Call call) {
    return database.readOutside(
        call,
        connection ->
            connection
                .query(WORKSPACES)
                .execute()
                .map(rows -> Rows.all(rows, row -> new WorkspaceId(row.getUUID("id")))));
  }

  /// Makes the sums of the call's workspace anew from the ledger.
  ///
  /// @return how many sums there are
  Future<Integer> rebuild(Call call) {
    return database.inWorkspace(
        call,
        connection ->
            connection
                .query(LOCK)
                .execute()
                .compose(_ -> connection.query(CLEAR).execute())
                .compose(_ -> connection.query(REBUILD).execute())
                .map(rows -> rows.rowCount()));
  }

  private static Point point(Row row) {
    return new Point(
        row.getOffsetDateTime("starts_at").toInstant(),
        row.getString("name"),
        new Sums(
            row.getLong("requests"),
            row.getLong("failures"),
            row.getLong("input"),
            row.getLong("cache_read"),
            row.getLong("cache_write"),
            row.getLong("output"),
            row.getLong("reasoning"),
            row.getLong("cost")));
  }

  private static String user(Subject subject) {
    return subject.kind() == Subject.Kind.USER ? subject.id() : "";
  }

  private static String key(Subject subject) {
    return subject.kind() == Subject.Kind.KEY ? subject.id() : "";
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /// One bucket of one name.
  public record Point(Instant at, String name, Sums sums) {}
}
