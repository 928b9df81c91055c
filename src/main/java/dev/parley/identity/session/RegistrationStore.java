package dev.parley.identity.session;

import dev.parley.call.Call;
import dev.parley.call.UserId;
import dev.parley.call.WorkspaceId;
import dev.parley.control.audit.AuditAction;
import dev.parley.control.audit.AuditEvent;
import dev.parley.control.audit.AuditStore;
import dev.parley.identity.account.AccountProblem;
import dev.parley.identity.account.AccountStore;
import dev.parley.identity.account.AccountStore.NewAccount;
import dev.parley.identity.account.InvitationStore;
import dev.parley.identity.session.SessionStore.NewSession;
import dev.parley.platform.postgres.Database;
import dev.parley.platform.postgres.DatabaseProblem;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where accounts begin, and where forgotten passwords are set anew.
final class RegistrationStore {
  private static final String PUT_RESET =
      """
      INSERT INTO password_reset (workspace_id, user_id, hash, expires_at) VALUES ($1, $2, $3, $4)
      ON CONFLICT (workspace_id, user_id) DO UPDATE
      SET hash = excluded.hash, expires_at = excluded.expires_at
      """;
  private static final String FIND_RESET =
      """
      SELECT r.workspace_id, r.user_id, u.email
      FROM password_reset r JOIN app_user u ON u.workspace_id = r.workspace_id AND u.id = r.user_id
      WHERE r.hash = $1 AND r.expires_at > $2 AND u.enabled
      """;
  private static final String USE_RESET = "DELETE FROM password_reset WHERE hash = $1";
  private static final String USE_SETUP = "DELETE FROM setup_token WHERE hash = $1";
  private static final String RENAME_WORKSPACE = "UPDATE workspace SET name = $2 WHERE id = $1";

  private final Database database;
  private final SessionStore sessions;
  private final AuditStore audit;

  RegistrationStore(Database database, SessionStore sessions, AuditStore audit) {
    this.database = database;
    this.sessions = sessions;
    this.audit = audit;
  }

  /// Adds an account, uses up its invitation and signs it in, all or nothing.
  ///
  /// @param invitation null where nobody needs one
  Future<Void> register(
      Call call, NewAccount account, @Nullable UUID invitation, NewSession session) {
    return database
        .inWorkspace(
            call,
            connection ->
                useInvitation(connection, invitation)
                    .compose(_ -> AccountStore.insert(connection, account))
                    .compose(_ -> enter(connection, call, AuditAction.USER_REGISTERED, account))
                    .compose(_ -> sessions.begin(connection, call, session)))
        .recover(RegistrationStore::told);
  }

  /// Uses up the token of the set-up link, names the workspace, and makes and signs in its owner.
  Future<Void> setUp(
      Call call, byte[] token, String workspaceName, NewAccount owner, NewSession session) {
    return database
        .inWorkspace(
            call,
            connection ->
                connection
                    .preparedQuery(USE_SETUP)
                    .execute(Tuple.of(SessionStore.bytes(token)))
                    .compose(used ->
                        used.rowCount() == 0
                            ? Future.<Void>failedFuture(new AccountProblem.LinkGone())
                            : rename(connection, call.workspace(), workspaceName))
                    .compose(_ -> AccountStore.insert(connection, owner))
                    .compose(_ -> enter(connection, call, AuditAction.WORKSPACE_SET_UP, owner))
                    .compose(_ -> sessions.begin(connection, call, session)))
        .recover(RegistrationStore::told);
  }

  /// Stores the token of a link to set a new password; an earlier one stops working.
  Future<Void> putReset(Call call, UserId user, byte[] hash, Instant expiresAt, AuditEvent event) {
    return database.inWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(PUT_RESET)
                .execute(
                    Tuple.of(
                        call.workspace().value(),
                        user.value(),
                        SessionStore.bytes(hash),
                        SessionStore.at(expiresAt)))
                .compose(_ -> audit.append(connection, call, event)));
  }

  /// Whose password the token of a link sets.
  Future<Optional<Reset>> findReset(Call call, byte[] hash, Instant now) {
    return database.readInEveryWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(FIND_RESET)
                .execute(Tuple.of(SessionStore.bytes(hash), SessionStore.at(now)))
                .map(rows -> {
                  if (rows.size() == 0) {
                    return Optional.empty();
                  }
                  var row = rows.iterator().next();
                  return Optional.of(
                      new Reset(
                          new WorkspaceId(row.getUUID("workspace_id")),
                          new UserId(row.getUUID("user_id")),
                          row.getString("email")));
                }));
  }

  /// Uses the token up, sets the password and ends every session; false when the token was used.
  Future<Boolean> reset(
      Call call, byte[] token, UserId user, String hash, Instant now, AuditEvent event) {
    return database.inWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(USE_RESET)
                .execute(Tuple.of(SessionStore.bytes(token)))
                .compose(used ->
                    used.rowCount() == 0
                        ? Future.succeededFuture(false)
                        : AccountStore.setPassword(connection, user, hash)
                            .compose(_ ->
                                SessionStore.endAll(connection, user, null, now, event.action()))
                            .compose(_ -> audit.append(connection, call, event))
                            .map(true)));
  }

  private static Future<Void> useInvitation(SqlConnection connection, @Nullable UUID invitation) {
    return invitation == null
        ? Future.succeededFuture()
        : InvitationStore.delete(connection, invitation)
            .compose(used ->
                used
                    ? Future.succeededFuture()
                    : Future.failedFuture(new AccountProblem.LinkGone()));
  }

  private static Future<Void> rename(SqlConnection connection, WorkspaceId workspace, String name) {
    return connection
        .preparedQuery(RENAME_WORKSPACE)
        .execute(Tuple.of(workspace.value(), name))
        .mapEmpty();
  }

  private Future<Void> enter(
      SqlConnection connection, Call call, AuditAction action, NewAccount account) {
    var user = "user:" + account.id();
    var detail = Map.of("role", account.role().name());
    return audit.append(connection, call, AuditEvent.of(action, user, detail).by(user));
  }

  private static Future<Void> told(Throwable failure) {
    return failure instanceof DatabaseProblem.Conflict conflict
            && conflict.constraint().equals("app_user_email")
        ? Future.failedFuture(new AccountProblem.EmailTaken())
        : Future.failedFuture(failure);
  }

  /// A link to set a new password that is good.
  record Reset(WorkspaceId workspace, UserId user, String email) {}
}
