package dev.parley.metering.outbox;

import dev.parley.call.Call;
import dev.parley.call.WorkspaceId;
import dev.parley.platform.postgres.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Rows of the outbox. Other stores add to it inside their own transactions.
public final class OutboxStore {
  private static final String INSERT =
      """
      INSERT INTO usage_outbox (workspace_id, id, at, type, event) VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT (workspace_id, id) DO NOTHING
      """;

  /// In the order in which they came, as far as nobody else has them.
  private static final String CLAIM =
      """
      UPDATE usage_outbox o SET claimed_until = now() + $2::bigint * interval '1 millisecond'
      FROM (SELECT workspace_id, id FROM usage_outbox
            WHERE claimed_until IS NULL OR claimed_until < now()
            ORDER BY seq
            LIMIT $1
            FOR UPDATE SKIP LOCKED) AS next
      WHERE o.workspace_id = next.workspace_id AND o.id = next.id
      RETURNING o.workspace_id, o.id, o.type, o.at, o.event, o.seq
      """;

  private static final String DELETE = "DELETE FROM usage_outbox WHERE id = ANY ($1)";
  private static final String FORGET = "DELETE FROM usage_outbox WHERE at < $1";

  private final Database database;

  public OutboxStore(Database database) {
    this.database = database;
  }

  /// Adds an event of the call's workspace in its transaction.
  public Future<Void> insert(SqlConnection transaction, OutboxEvent event) {
    return transaction
        .preparedQuery(INSERT)
        .execute(
            Tuple.of(event.workspace().value(), event.id())
                .addOffsetDateTime(event.at().atOffset(ZoneOffset.UTC))
                .addString(event.type())
                .addString(event.event()))
        .mapEmpty();
  }

  /// Takes up to `most` events for some time.
  Future<List<OutboxEvent>> claim(Call call, int most, Duration length) {
    return database.inEveryWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(CLAIM)
                .execute(Tuple.of(most, length.toMillis()))
                .map(rows -> {
                  var all = new ArrayList<Numbered>();
                  for (var row : rows) {
                    var event =
                        new OutboxEvent(
                            new WorkspaceId(row.getUUID("workspace_id")),
                            row.getUUID("id"),
                            row.getString("type"),
                            row.getOffsetDateTime("at").toInstant(),
                            row.getString("event"));
                    all.add(new Numbered(row.getLong("seq"), event));
                  }
                  all.sort((a, b) -> Long.compare(a.seq(), b.seq()));
                  return all.stream().map(Numbered::event).toList();
                }));
  }

  Future<Integer> delete(Call call, List<UUID> ids) {
    return database.inEveryWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(DELETE)
                .execute(Tuple.of(ids.toArray(UUID[]::new)))
                .map(rows -> rows.rowCount()));
  }

  Future<Integer> forget(Call call, Instant before) {
    return database.inEveryWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(FORGET)
                .execute(Tuple.of(before.atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.rowCount()));
  }

  private record Numbered(long seq, OutboxEvent event) {}
}
