package dev.parley.identity.account;

import dev.parley.call.Call;
import dev.parley.call.Role;
import dev.parley.call.WorkspaceId;
import dev.parley.platform.postgres.Database;
import dev.parley.platform.postgres.Rows;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Rows of open invitations.
public final class InvitationStore {
  private static final String COLUMNS =
      "SELECT workspace_id, id, email, role, created_at, expires_at FROM invitation ";
  private static final String LIST = COLUMNS + "ORDER BY lower(email)";
  private static final String BY_HASH = COLUMNS + "WHERE hash = $1 AND expires_at > $2";
  private static final String BY_EMAIL =
      COLUMNS
          + """
          WHERE lower(email) = lower($1) AND expires_at > $2 ORDER BY created_at DESC LIMIT 1
          """;
  private static final String PUT =
      """
      INSERT INTO invitation (workspace_id, id, email, role, hash, created_at, expires_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7)
      ON CONFLICT (workspace_id, lower(email)) DO UPDATE
      SET id = excluded.id, role = excluded.role, hash = excluded.hash,
          created_at = excluded.created_at, expires_at = excluded.expires_at
      """;
  private static final String DELETE = "DELETE FROM invitation WHERE id = $1";

  private final Database database;

  public InvitationStore(Database database) {
    this.database = database;
  }

  public Future<List<Invitation>> list(Call call) {
    return database.readInWorkspace(
        call,
        connection ->
            connection.query(LIST).execute().map(rows -> Rows.all(rows, row -> invitation(row))));
  }

  /// The invitation whose token has this hash, in whatever workspace. For registering only.
  public Future<Optional<Invitation>> findByHash(Call call, byte[] hash, Instant now) {
    return find(call, BY_HASH, Tuple.of(Buffer.buffer(hash), now.atOffset(ZoneOffset.UTC)));
  }

  /// The newest invitation to an address, in whatever workspace. For those only who have proven
  /// that the address is theirs.
  public Future<Optional<Invitation>> findByEmail(Call call, String email, Instant now) {
    return find(call, BY_EMAIL, Tuple.of(email, now.atOffset(ZoneOffset.UTC)));
  }

  private Future<Optional<Invitation>> find(Call call, String sql, Tuple parameters) {
    return database.readInEveryWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(sql)
                .execute(parameters)
                .map(rows -> Rows.first(rows, row -> invitation(row))));
  }

  /// Stores an invitation; an earlier one to the same address stops working.
  public static Future<Void> put(SqlConnection connection, Invitation invitation, byte[] hash) {
    return connection
        .preparedQuery(PUT)
        .execute(
            Tuple.of(
                invitation.workspace().value(),
                invitation.id(),
                invitation.email(),
                AccountStore.name(invitation.role()),
                Buffer.buffer(hash),
                invitation.createdAt().atOffset(ZoneOffset.UTC),
                invitation.expiresAt().atOffset(ZoneOffset.UTC)))
        .mapEmpty();
  }

  /// Uses an invitation up, or takes it back, in an open transaction; false when there is none.
  public static Future<Boolean> delete(SqlConnection connection, UUID id) {
    return connection.preparedQuery(DELETE).execute(Tuple.of(id)).map(rows -> rows.rowCount() > 0);
  }

  private static Invitation invitation(Row row) {
    return new Invitation(
        new WorkspaceId(row.getUUID("workspace_id")),
        row.getUUID("id"),
        row.getString("email"),
        AccountStore.role(row.getString("role")),
        row.getOffsetDateTime("created_at").toInstant(),
        row.getOffsetDateTime("expires_at").toInstant());
  }

  /// Somebody who may come.
  public record Invitation(
      WorkspaceId workspace,
      UUID id,
      String email,
      Role role,
      Instant createdAt,
      Instant expiresAt) {}
}
