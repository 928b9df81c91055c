package dev.parley.identity.session;

import static dev.parley.identity.session.SessionStore.bytes;

import dev.parley.call.Call;
import dev.parley.call.UserId;
import dev.parley.control.audit.AuditEvent;
import dev.parley.control.audit.AuditStore;
import dev.parley.platform.postgres.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Second factors: the seed and the recovery codes of a person.
final class FactorStore {
  private static final String SET =
      "UPDATE app_user SET totp_seed = $2, totp_on = $3, totp_step = $4 WHERE id = $1";
  private static final String USE_STEP =
      "UPDATE app_user SET totp_step = $2 WHERE id = $1 AND totp_step < $2";
  private static final String DROP_CODES = "DELETE FROM recovery_code WHERE user_id = $1";
  private static final String ADD_CODE =
      "INSERT INTO recovery_code (workspace_id, user_id, hash) VALUES ($1, $2, $3)";
  private static final String USE_CODE =
      "DELETE FROM recovery_code WHERE user_id = $1 AND hash = $2";

  private final Database database;
  private final AuditStore audit;

  FactorStore(Database database, AuditStore audit) {
    this.database = database;
    this.audit = audit;
  }

  /// Keeps a seed that is not confirmed yet.
  Future<Void> begin(Call call, UserId user, String sealedSeed) {
    return database.inWorkspace(call, connection -> set(connection, user, sealedSeed, false, 0));
  }

  /// Switches the factor on, with new recovery codes.
  Future<Void> confirm(Call call, Confirmed confirmed, AuditEvent event) {
    var user = confirmed.user();
    return database.inWorkspace(
        call,
        connection ->
            set(connection, user, confirmed.sealedSeed(), true, confirmed.step())
                .compose(_ -> dropCodes(connection, user))
                .compose(_ ->
                    connection
                        .preparedQuery(ADD_CODE)
                        .executeBatch(
                            confirmed.codes().stream()
                                .map(hash ->
                                    Tuple.of(call.workspace().value(), user.value(), bytes(hash)))
                                .toList()))
                .compose(_ -> audit.append(connection, call, event)));
  }

  Future<Void> remove(Call call, UserId user, AuditEvent event) {
    return database.inWorkspace(
        call,
        connection ->
            set(connection, user, null, false, 0)
                .compose(_ -> dropCodes(connection, user))
                .compose(_ -> audit.append(connection, call, event)));
  }

  /// Notes that the code of a time step was used; false when another request was faster.
  Future<Boolean> useStep(Call call, UserId user, long step) {
    return database.inWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(USE_STEP)
                .execute(Tuple.of(user.value(), step))
                .map(rows -> rows.rowCount() > 0));
  }

  /// Uses a recovery code up; false when there is none such.
  Future<Boolean> useCode(Call call, UserId user, byte[] hash, AuditEvent event) {
    return database.inWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(USE_CODE)
                .execute(Tuple.of(user.value(), bytes(hash)))
                .compose(rows ->
                    rows.rowCount() == 0
                        ? Future.succeededFuture(false)
                        : audit.append(connection, call, event).map(true)));
  }

  private static Future<Void> set(
      SqlConnection connection, UserId user, @Nullable String seed, boolean on, long step) {
    return connection.preparedQuery(SET).execute(Tuple.of(user.value(), seed, on, step)).mapEmpty();
  }

  private static Future<Void> dropCodes(SqlConnection connection, UserId user) {
    return connection.preparedQuery(DROP_CODES).execute(Tuple.of(user.value())).mapEmpty();
  }

  /// A factor whose first code was right.
  record Confirmed(UserId user, String sealedSeed, long step, List<byte[]> codes) {}
}
