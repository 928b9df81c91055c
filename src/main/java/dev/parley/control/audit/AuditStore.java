package dev.parley.control.audit;

import dev.parley.call.Call;
import dev.parley.call.WorkspaceId;
import dev.parley.control.audit.AuditRow.Sealed;
import dev.parley.platform.postgres.Database;
import dev.parley.platform.postgres.Rows;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Rows of the audit log. Other stores add to it inside their own transactions, so that an event
/// and what it speaks of are durable together or not at all.
public final class AuditStore {
  /// Makes the head where there is none, locks it and reads it, in one round trip.
  private static final String LOCK_HEAD =
      """
      INSERT INTO audit_head AS head (workspace_id, seq, hash) VALUES ($1, 0, $2)
      ON CONFLICT (workspace_id) DO UPDATE SET seq = head.seq
      RETURNING seq, hash
      """;

  private static final String APPEND =
      """
      WITH moved AS (UPDATE audit_head SET seq = $2, hash = $10 WHERE workspace_id = $1)
      INSERT INTO audit_event (workspace_id, seq, at, actor, action, target, detail, request_id,
                               address, hash)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
      """;
  private static final String NEWEST =
      """
      SELECT workspace_id, seq, at, actor, action, target, detail, request_id, address, hash
      FROM audit_event
      WHERE workspace_id = $1
        AND ($2::text IS NULL OR actor = $2)
        AND ($3::text IS NULL OR action = $3)
        AND ($4::timestamptz IS NULL OR at >= $4)
        AND ($5::timestamptz IS NULL OR at < $5)
        AND ($6::text IS NULL OR strpos(lower(target), lower($6)) > 0)
        AND seq < $7
      ORDER BY seq DESC
      LIMIT $8
      """;
  private static final String OLDEST =
      """
      SELECT workspace_id, seq, at, actor, action, target, detail, request_id, address, hash
      FROM audit_event
      WHERE workspace_id = $1 AND seq > $2
      ORDER BY seq
      LIMIT $3
      """;
  private static final String END =
      """
      SELECT head.seq, head.hash,
             (SELECT max(seq) FROM audit_event WHERE workspace_id = $1) AS last
      FROM (SELECT) AS one LEFT JOIN audit_head AS head ON head.workspace_id = $1
      """;
  private static final String HEADS =
      """
      SELECT workspace_id, seq, hash FROM audit_head ORDER BY workspace_id
      """;

  /// Also those that have lost their head.
  private static final String WORKSPACES =
      """
      SELECT workspace_id FROM audit_head UNION SELECT id FROM workspace ORDER BY 1
      """;

  private final Database database;
  private final AuditSeal seal;
  private final InstantSource clock;

  AuditStore(Database database, AuditSeal seal, InstantSource clock) {
    this.database = database;
    this.seal = seal;
    this.clock = clock;
  }

  /// Adds an event inside a transaction of the call's workspace. To be its last statement: from
  /// here to the commit, everybody else who adds to this workspace's log waits.
  public Future<Void> append(SqlConnection transaction, Call call, AuditEvent event) {
    return transaction
        .preparedQuery(LOCK_HEAD)
        .execute(Tuple.of(call.workspace().value(), Buffer.buffer(AuditSeal.genesis())))
        .map(rows -> rows.iterator().next())
        .compose(head -> {
          var row = row(call, event, head.getLong("seq") + 1);
          var hash = seal.hash(bytes(head, "hash"), row);
          return transaction.preparedQuery(APPEND).execute(values(row, hash));
        })
        .mapEmpty();
  }

  /// Adds an event in a transaction of its own.
  Future<Void> append(Call call, AuditEvent event) {
    return database.inWorkspace(call, connection -> append(connection, call, event));
  }

  /// Events before the one with the number, the newest first.
  Future<List<Sealed>> newest(Call call, AuditFilter filter, long before, int limit) {
    var values =
        Tuple.of(call.workspace().value(), filter.actor(), filter.action())
            .addValue(at(filter.from()))
            .addValue(at(filter.to()))
            .addValue(filter.target())
            .addLong(before)
            .addInteger(limit);
    return read(call, NEWEST, values).map(AuditStore::rows);
  }

  /// Events after the one with the number, the oldest first.
  Future<List<Sealed>> oldest(Call call, long after, int limit) {
    return read(call, OLDEST, Tuple.of(call.workspace().value(), after, limit))
        .map(AuditStore::rows);
  }

  /// Where the workspace's chain ends.
  Future<End> end(Call call) {
    return read(call, END, Tuple.of(call.workspace().value()))
        .map(rows -> {
          var row = rows.iterator().next();
          var seq = row.getLong("seq");
          var head = seq == null ? null : AuditAnchor.of(seq, bytes(row, "hash"));
          return new End(head, Optional.ofNullable(row.getLong("last")).orElse(0L));
        });
  }

  /// The heads of all workspaces.
  Future<Map<WorkspaceId, AuditAnchor>> heads(Call call) {
    return database.readInEveryWorkspace(
        call,
        connection ->
            connection
                .query(HEADS)
                .execute()
                .map(rows -> {
                  var heads = new LinkedHashMap<WorkspaceId, AuditAnchor>();
                  rows.forEach(row -> heads.put(workspace(row), anchor(row)));
                  return heads;
                }));
  }

  /// Every workspace that is there or has a log.
  Future<List<WorkspaceId>> workspaces(Call call) {
    return database.readInEveryWorkspace(
        call,
        connection ->
            connection
                .query(WORKSPACES)
                .execute()
                .map(rows -> Rows.all(rows, row -> workspace(row))));
  }

  private Future<RowSet<Row>> read(Call call, String sql, Tuple values) {
    return database.readInWorkspace(
        call, connection -> connection.preparedQuery(sql).execute(values));
  }

  private AuditRow row(Call call, AuditEvent event, long seq) {
    var detail = new JsonObject();
    event.detail().forEach(detail::put);
    return new AuditRow(
        call.workspace(),
        seq,
        clock.instant().truncatedTo(ChronoUnit.MICROS),
        event.actor() == null ? call.caller().name() : event.actor(),
        event.action().wireName(),
        event.target(),
        detail,
        AuditEvent.storable(call.id()),
        AuditEvent.storable(call.address()));
  }

  private static Tuple values(AuditRow row, byte[] hash) {
    return Tuple.of(row.workspace().value(), row.seq(), at(row.at()), row.actor(), row.action())
        .addValue(row.target())
        .addValue(row.detail())
        .addValue(row.requestId())
        .addValue(row.address())
        .addValue(Buffer.buffer(hash));
  }

  private static List<Sealed> rows(RowSet<Row> rows) {
    var all = new ArrayList<Sealed>();
    for (var row : rows) {
      var event =
          new AuditRow(
              workspace(row),
              row.getLong("seq"),
              row.getOffsetDateTime("at").toInstant(),
              row.getString("actor"),
              row.getString("action"),
              row.getString("target"),
              detail(row),
              row.getString("request_id"),
              row.getString("address"));
      all.add(new Sealed(event, row.getBuffer("hash")));
    }
    return all;
  }

  /// Whatever else stands in the column was not written by us, and the hash shows it.
  private static JsonObject detail(Row row) {
    return row.getValue("detail") instanceof JsonObject object
        ? object
        : new JsonObject().putNull("");
  }

  private static AuditAnchor anchor(Row row) {
    return AuditAnchor.of(row.getLong("seq"), bytes(row, "hash"));
  }

  private static WorkspaceId workspace(Row row) {
    return new WorkspaceId(row.getUUID("workspace_id"));
  }

  private static byte[] bytes(Row row, String column) {
    return row.getBuffer(column).getBytes();
  }

  private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  /// The end of a chain.
  ///
  /// @param head what the head says; null where nothing was ever written
  /// @param last the highest number of an event; 0 without any
  record End(@Nullable AuditAnchor head, long last) {}
}
