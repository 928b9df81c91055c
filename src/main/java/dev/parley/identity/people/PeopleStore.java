package dev.parley.identity.people;

import dev.parley.call.Call;
import dev.parley.call.UserId;
import dev.parley.control.audit.AuditEvent;
import dev.parley.control.audit.AuditStore;
import dev.parley.identity.account.Account;
import dev.parley.identity.account.AccountStore;
import dev.parley.identity.account.AccountStore.StandingRule;
import dev.parley.identity.account.InvitationStore;
import dev.parley.identity.account.InvitationStore.Invitation;
import dev.parley.identity.session.SessionStore;
import dev.parley.platform.postgres.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// What administrators change, together with its entry in the audit log.
final class PeopleStore {
  private static final String INSERT_WORKSPACE =
      "INSERT INTO workspace (id, name, created_at) VALUES ($1, $2, $3)";

  private final Database database;
  private final AuditStore audit;

  PeopleStore(Database database, AuditStore audit) {
    this.database = database;
    this.audit = audit;
  }

  Future<Void> invite(Call call, Invitation invitation, byte[] hash, AuditEvent event) {
    return database.inWorkspace(
        call,
        connection ->
            InvitationStore.put(connection, invitation, hash)
                .compose(_ -> audit.append(connection, call, event)));
  }

  /// Makes a workspace with nobody in it but an invitation for its owner. The call is of the new
  /// workspace.
  Future<Void> createWorkspace(
      Call call, String name, Invitation invitation, byte[] hash, AuditEvent event) {
    return database.inWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(INSERT_WORKSPACE)
                .execute(
                    Tuple.of(
                        call.workspace().value(),
                        name,
                        invitation.createdAt().atOffset(ZoneOffset.UTC)))
                .compose(_ -> InvitationStore.put(connection, invitation, hash))
                .compose(_ -> audit.append(connection, call, event)));
  }

  /// Takes an invitation back; false when there is none.
  Future<Boolean> withdraw(Call call, UUID id, AuditEvent event) {
    return database.inWorkspace(
        call,
        connection ->
            InvitationStore.delete(connection, id)
                .compose(there ->
                    there
                        ? audit.append(connection, call, event).map(true)
                        : Future.succeededFuture(false)));
  }

  /// Changes somebody's role or whether they may come in. Who may not is signed out everywhere.
  ///
  /// @param event told with who the person was before
  Future<Optional<Account>> change(
      Call call,
      UserId id,
      StandingRule rule,
      boolean signOut,
      Instant now,
      Function<Account, AuditEvent> event) {
    return database.inWorkspace(
        call,
        connection ->
            AccountStore.change(connection, id, rule)
                .compose(change ->
                    change.isEmpty()
                        ? Future.succeededFuture(Optional.empty())
                        : tell(
                                connection,
                                call,
                                new Told(id, event.apply(change.get().before())),
                                signOut,
                                now)
                            .map(Optional.of(change.get().after()))));
  }

  private Future<Void> tell(
      SqlConnection connection, Call call, Told told, boolean signOut, Instant now) {
    Future<Void> ended =
        signOut
            ? SessionStore.endAll(connection, told.person(), null, now, told.event().action())
            : Future.succeededFuture();
    return ended.compose(_ -> audit.append(connection, call, told.event()));
  }

  private record Told(UserId person, AuditEvent event) {}
}
