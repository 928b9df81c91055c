package dev.parley.chat.turn;

import dev.parley.call.Call;
import dev.parley.platform.http.Json;
import dev.parley.platform.postgres.Database;
import dev.parley.platform.postgres.Rows;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who answers the running turns. Each has one owner, which holds it by a lease and renews that;
/// the epoch grows with each owner, and [TurnStore] refuses what an earlier one writes. Time is the
/// database's, since the clocks of replicas may differ.
public final class LeaseStore {
  /// How long a turn waits for an owner that says nothing.
  static final Duration LEASE = Duration.ofSeconds(5);

  private static final String RENEW =
      """
      UPDATE turn SET lease_until = now() + make_interval(secs => $2)
      WHERE lease_owner = $1 AND state = 'running'
      RETURNING id
      """;
  private static final String RELEASE =
      """
      UPDATE turn SET lease_until = now() - interval '1 second'
      WHERE lease_owner = $1 AND state = 'running'
      """;
  private static final String EXPIRED =
      """
      SELECT workspace_id, id, conversation_id, question_id, answer_id, lease_epoch, attempt
      FROM turn WHERE state = 'running' AND lease_until < now() LIMIT 100
      """;
  private static final String TAKE =
      """
      UPDATE turn SET lease_owner = $2, lease_epoch = lease_epoch + 1, attempt = attempt + 1,
                      lease_until = now() + make_interval(secs => $4)
      WHERE workspace_id = current_setting('parley.workspace')::uuid AND id = $1
        AND lease_epoch = $3 AND state = 'running' AND lease_until < now()
      RETURNING lease_epoch, asked_by, cancel_requested
      """;
  private static final String CANCEL =
      """
      UPDATE turn SET cancel_requested = true
      WHERE workspace_id = current_setting('parley.workspace')::uuid AND id = $1
        AND state = 'running'
      """;
  private static final String TO_CANCEL =
      """
      SELECT id FROM turn WHERE lease_owner = $1 AND state = 'running' AND cancel_requested
      """;

  private final Database database;

  public LeaseStore(Database database) {
    this.database = database;
  }

  /// Holds all running turns of one process, in the call's workspace.
  ///
  /// @return those that it holds
  Future<Set<UUID>> renew(Call call, String owner) {
    return database.inWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(RENEW)
                .execute(Tuple.of(owner, seconds()))
                .map(LeaseStore::ids));
  }

  /// Lets go of the turns of one process in the call's workspace, for anybody to take.
  Future<Void> release(Call call, String owner) {
    return database
        .inWorkspace(call, connection -> connection.preparedQuery(RELEASE).execute(Tuple.of(owner)))
        .mapEmpty();
  }

  /// Turns of all workspaces whose owner has not renewed its lease.
  Future<List<OrphanedTurn>> expired(Call call) {
    return database.readInEveryWorkspace(
        call,
        connection ->
            connection.query(EXPIRED).execute().map(rows -> Rows.all(rows, row -> orphan(row))));
  }

  /// Makes somebody the owner of a turn that nobody holds.
  ///
  /// @return empty when another one was faster
  Future<Optional<Taken>> take(Call call, OrphanedTurn orphan, String owner) {
    return database.inWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(TAKE)
                .execute(Tuple.of(orphan.turnId(), owner, orphan.epoch(), seconds()))
                .map(rows -> Rows.first(rows, row -> taken(row))));
  }

  /// Asks the owner of a turn, whoever it is, to stop.
  Future<Void> cancel(Call call, UUID turn) {
    return database
        .inWorkspace(call, connection -> connection.preparedQuery(CANCEL).execute(Tuple.of(turn)))
        .mapEmpty();
  }

  /// The running turns of a process that somebody wants to be stopped.
  Future<Set<UUID>> toCancel(Call call, String owner) {
    return database.readInEveryWorkspace(
        call,
        connection ->
            connection.preparedQuery(TO_CANCEL).execute(Tuple.of(owner)).map(LeaseStore::ids));
  }

  static double seconds() {
    return LEASE.toMillis() / 1e3;
  }

  private static Set<UUID> ids(Iterable<Row> rows) {
    var ids = new HashSet<UUID>();
    rows.forEach(row -> ids.add(row.getUUID("id")));
    return ids;
  }

  private static Taken taken(Row row) {
    var asker = row.getString("asked_by");
    return new Taken(
        row.getLong("lease_epoch"),
        asker == null ? null : Json.readOwn(asker, Asker.class),
        row.getBoolean("cancel_requested"));
  }

  private static OrphanedTurn orphan(Row row) {
    return new OrphanedTurn(
        row.getUUID("workspace_id"),
        row.getUUID("id"),
        row.getUUID("conversation_id"),
        row.getUUID("question_id"),
        row.getUUID("answer_id"),
        row.getLong("lease_epoch"),
        row.getInteger("attempt"));
  }

  /// A turn that has a new owner.
  ///
  /// @param asker null when nobody knows any more who asked
  record Taken(long epoch, @Nullable Asker asker, boolean cancelled) {}
}
