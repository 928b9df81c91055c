package dev.parley.identity.session;

import dev.parley.call.Call;
import dev.parley.call.Role;
import dev.parley.call.UserId;
import dev.parley.control.audit.AuditAction;
import dev.parley.control.audit.AuditEvent;
import dev.parley.control.audit.AuditStore;
import dev.parley.identity.account.AccountStore;
import dev.parley.platform.http.Request;
import dev.parley.platform.postgres.Database;
import dev.parley.platform.postgres.Rows;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Rows of sessions: where people are signed in.
public final class SessionStore {
  private static final String INSERT =
      """
      INSERT INTO sign_in_session (workspace_id, id, user_id, address, agent, created_at,
                                   last_used_at, expires_at)
      VALUES ($1, $2, $3, $4, $5, $6, $6, $7)
      """;
  private static final String SEEN = "UPDATE app_user SET last_seen_at = $2 WHERE id = $1";
  private static final String LIVE =
      """
      SELECT s.user_id, u.role
      FROM sign_in_session s JOIN app_user u USING (workspace_id)
      WHERE u.id = s.user_id AND s.id = $1 AND s.ended_at IS NULL AND s.expires_at > $2
        AND u.enabled
      """;
  private static final String LIST =
      """
      SELECT id, address, agent, created_at, last_used_at FROM sign_in_session
      WHERE user_id = $1 AND ended_at IS NULL AND expires_at > $2
      ORDER BY last_used_at DESC, id
      """;
  private static final String END =
      """
      UPDATE sign_in_session SET ended_at = $3, ended_by = $4
      WHERE id = $1 AND user_id = $2 AND ended_at IS NULL
      """;
  private static final String END_ALL =
      """
      UPDATE sign_in_session SET ended_at = $3, ended_by = $4
      WHERE user_id = $1 AND id IS DISTINCT FROM $2 AND ended_at IS NULL
      """;

  private final Database database;
  private final AuditStore audit;

  public SessionStore(Database database, AuditStore audit) {
    this.database = database;
    this.audit = audit;
  }

  /// Begins a session with its first refresh token, and writes down that somebody signed in.
  Future<Void> begin(Call call, NewSession session) {
    return database.inWorkspace(call, connection -> begin(connection, call, session));
  }

  /// The same in an open transaction; to be its last step.
  public Future<Void> begin(SqlConnection connection, Call call, NewSession session) {
    var user = session.user().value();
    return connection
        .preparedQuery(INSERT)
        .execute(
            Tuple.of(
                call.workspace().value(),
                session.id(),
                user,
                session.device().address(),
                session.device().agent(),
                at(session.at()),
                at(session.expiresAt())))
        .compose(_ -> RefreshTokenStore.insert(connection, call, session.id(), session.token()))
        .compose(_ -> connection.preparedQuery(SEEN).execute(Tuple.of(user, at(session.at()))))
        .compose(_ -> {
          var event = AuditEvent.of(AuditAction.USER_SIGNED_IN, "user:" + session.user());
          return audit.append(connection, call, event.by("user:" + session.user()));
        });
  }

  /// Who a session of the call's workspace belongs to, if it goes on.
  Future<Optional<Live>> live(Call call, UUID session, Instant now) {
    return database.readInWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(LIVE)
                .execute(Tuple.of(session, at(now)))
                .map(rows -> Rows.first(rows, row -> live(row))));
  }

  /// Where somebody is signed in, the session used last first.
  Future<List<SessionRow>> list(Call call, UserId user, Instant now) {
    return database.readInWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(LIST)
                .execute(Tuple.of(user.value(), at(now)))
                .map(rows -> Rows.all(rows, row -> session(row))));
  }

  /// Ends one session of somebody; false when it had ended.
  Future<Boolean> end(Call call, UserId user, UUID session, Instant now, AuditEvent event) {
    return database.inWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(END)
                .execute(Tuple.of(session, user.value(), at(now), event.action().wireName()))
                .compose(rows ->
                    rows.rowCount() == 0
                        ? Future.succeededFuture(false)
                        : audit.append(connection, call, event).map(true)));
  }

  /// Ends every session of somebody but one.
  Future<Void> endAll(
      Call call, UserId user, @Nullable UUID except, Instant now, AuditEvent event) {
    return database.inWorkspace(
        call,
        connection ->
            endAll(connection, user, except, now, event.action())
                .compose(_ -> audit.append(connection, call, event)));
  }

  /// The same in an open transaction, without an entry in the audit log.
  public static Future<Void> endAll(
      SqlConnection connection,
      UserId user,
      @Nullable UUID except,
      Instant now,
      AuditAction reason) {
    return connection
        .preparedQuery(END_ALL)
        .execute(Tuple.of(user.value(), except, at(now), reason.wireName()))
        .mapEmpty();
  }

  /// Sets a new password and ends every session of its owner but one.
  Future<Void> changePassword(Call call, NewPassword change, AuditEvent event) {
    return database.inWorkspace(
        call,
        connection ->
            AccountStore.setPassword(connection, change.user(), change.hash())
                .compose(_ ->
                    endAll(connection, change.user(), change.except(), change.at(), event.action()))
                .compose(_ -> audit.append(connection, call, event)));
  }

  private static Live live(Row row) {
    return new Live(new UserId(row.getUUID("user_id")), AccountStore.role(row.getString("role")));
  }

  private static SessionRow session(Row row) {
    return new SessionRow(
        row.getUUID("id"),
        row.getString("address"),
        row.getString("agent"),
        row.getOffsetDateTime("created_at").toInstant(),
        row.getOffsetDateTime("last_used_at").toInstant());
  }

  static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  static Buffer bytes(byte[] hash) {
    return Buffer.buffer(hash);
  }

  /// Where somebody signs in.
  ///
  /// @param agent what the browser or program calls itself, cut to a bearable length
  public record Device(String address, String agent) {
    private static final int LONGEST = 300;

    /// Where a request comes from.
    public static Device of(Request request) {
      return new Device(request.peer().address(), request.header("User-Agent").orElse(""));
    }

    public Device {
      agent = agent.length() > LONGEST ? agent.substring(0, LONGEST) : agent;
      agent = agent.replace('\0', ' ');
    }
  }

  /// A session that begins.
  public record NewSession(
      UUID id, UserId user, Device device, Instant at, Instant expiresAt, NewToken token) {}

  /// A refresh token to be stored.
  @SuppressWarnings("ArrayRecordComponent") // never compared as a record
  public record NewToken(byte[] hash, Instant at, Instant expiresAt) {}

  /// A password to be set.
  ///
  /// @param except the session that stays; null for none
  record NewPassword(UserId user, String hash, @Nullable UUID except, Instant at) {}

  /// Who a session belongs to.
  record Live(UserId user, Role role) {}

  /// A session that goes on.
  record SessionRow(UUID id, String address, String agent, Instant createdAt, Instant lastUsedAt) {}
}
