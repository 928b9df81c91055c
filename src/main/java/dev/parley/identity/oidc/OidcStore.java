package dev.parley.identity.oidc;

import dev.parley.call.Call;
import dev.parley.call.Role;
import dev.parley.call.UserId;
import dev.parley.control.audit.AuditAction;
import dev.parley.control.audit.AuditEvent;
import dev.parley.control.audit.AuditStore;
import dev.parley.identity.account.Account;
import dev.parley.identity.account.AccountStore;
import dev.parley.identity.account.AccountStore.NewAccount;
import dev.parley.identity.account.AccountStore.Standing;
import dev.parley.identity.key.KeyStore;
import dev.parley.identity.session.SessionStore;
import dev.parley.platform.postgres.Database;
import dev.parley.platform.postgres.DatabaseProblem;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What signing in with an account from elsewhere changes about people, with its entries in the
/// audit log.
final class OidcStore {
  private static final String BY = "identity provider";

  private final Database database;
  private final AuditStore audit;

  OidcStore(Database database, AuditStore audit) {
    this.database = database;
    this.audit = audit;
  }

  /// Adds a person; false when the address or the subject has an account meanwhile.
  Future<Boolean> add(Call call, NewAccount account) {
    var user = "user:" + account.id();
    var detail = Map.of("role", account.role().name(), "by", BY);
    var event = AuditEvent.of(AuditAction.USER_REGISTERED, user, detail).by(user);
    return database
        .inWorkspace(
            call,
            connection ->
                AccountStore.insert(connection, account)
                    .compose(_ -> audit.append(connection, call, event))
                    .map(true))
        .recover(failure ->
            failure instanceof DatabaseProblem.Conflict
                ? Future.succeededFuture(false)
                : Future.failedFuture(failure));
  }

  /// Lets a subject in as somebody who has an account; false when another subject comes in as them.
  Future<Boolean> link(Call call, UserId id, String subject) {
    return database.inWorkspace(
        call,
        connection ->
            AccountStore.link(connection, id, subject)
                .compose(linked ->
                    linked
                        ? audit.append(connection, call, linked(id)).map(true)
                        : Future.succeededFuture(false)));
  }

  /// The same, and everything by which somebody could come in before stops working.
  Future<Boolean> takeOver(Call call, UserId id, String subject, Instant now) {
    return database.inWorkspace(
        call,
        connection ->
            AccountStore.link(connection, id, subject)
                .compose(linked ->
                    linked
                        ? AccountStore.dropSecrets(connection, id)
                            .compose(_ -> KeyStore.revokeAll(connection, id, now))
                            .compose(_ ->
                                SessionStore.endAll(
                                    connection, id, null, now, AuditAction.USER_LINKED))
                            .compose(_ -> audit.append(connection, call, linked(id)))
                            .map(true)
                        : Future.succeededFuture(false)));
  }

  /// Gives somebody the role that the provider's word makes of them.
  Future<Optional<Account>> setRole(Call call, UserId id, Role role) {
    return database.inWorkspace(
        call,
        connection ->
            AccountStore.change(
                    connection, id, (account, _) -> new Standing(role, account.enabled()))
                .compose(change ->
                    change.isEmpty()
                        ? Future.succeededFuture(Optional.empty())
                        : audit
                            .append(connection, call, changed(id, change.get().before(), role))
                            .map(Optional.of(change.get().after()))));
  }

  private static AuditEvent changed(UserId id, Account before, Role role) {
    var detail = Map.of("from", word(before.role()), "to", word(role), "by", BY);
    var user = "user:" + id;
    return AuditEvent.of(AuditAction.USER_ROLE_CHANGED, user, detail).by(user);
  }

  private static AuditEvent linked(UserId id) {
    var user = "user:" + id;
    return AuditEvent.of(AuditAction.USER_LINKED, user, Map.of("by", BY)).by(user);
  }

  private static String word(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }
}
