package dev.parley.identity.session;

import static dev.parley.identity.session.SessionStore.at;
import static dev.parley.identity.session.SessionStore.bytes;

import dev.parley.call.Call;
import dev.parley.call.UserId;
import dev.parley.call.WorkspaceId;
import dev.parley.control.audit.AuditAction;
import dev.parley.control.audit.AuditEvent;
import dev.parley.control.audit.AuditStore;
import dev.parley.identity.session.SessionStore.Device;
import dev.parley.identity.session.SessionStore.NewToken;
import dev.parley.platform.postgres.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Rows of refresh tokens, by their hashes.
final class RefreshTokenStore {
  private static final String INSERT =
      """
      INSERT INTO refresh_token (workspace_id, hash, session_id, created_at, expires_at)
      VALUES ($1, $2, $3, $4, $5)
      """;
  private static final String OWNER =
      """
      SELECT t.workspace_id, s.user_id, t.session_id
      FROM refresh_token t
      JOIN sign_in_session s ON s.workspace_id = t.workspace_id AND s.id = t.session_id
      WHERE t.hash = $1
      """;
  private static final String LOCK =
      """
      SELECT t.session_id, t.used_at, t.expires_at, s.user_id,
             s.ended_at IS NULL AND s.expires_at > $2 AND u.enabled AS goes_on
      FROM refresh_token t
      JOIN sign_in_session s ON s.workspace_id = t.workspace_id AND s.id = t.session_id
      JOIN app_user u ON u.workspace_id = s.workspace_id AND u.id = s.user_id
      WHERE t.hash = $1
      FOR UPDATE OF t, s
      """;

  /// Asked after the lock is held: the statement that waited for it sees the successor of a moment
  /// ago as not yet there.
  private static final String NEXT_UNUSED =
      "SELECT FROM refresh_token WHERE hash = $1 AND used_at IS NULL";

  private static final String USE = "UPDATE refresh_token SET used_at = $2 WHERE hash = $1";
  private static final String TOUCH =
      """
      UPDATE sign_in_session SET last_used_at = $2, address = $3, agent = $4 WHERE id = $1
      """;
  private static final String END =
      "UPDATE sign_in_session SET ended_at = $2, ended_by = $3 WHERE id = $1";
  private static final String SEEN = "UPDATE app_user SET last_seen_at = $2 WHERE id = $1";

  private final Database database;
  private final AuditStore audit;

  RefreshTokenStore(Database database, AuditStore audit) {
    this.database = database;
    this.audit = audit;
  }

  static Future<Void> insert(SqlConnection connection, Call call, UUID session, NewToken token) {
    return connection
        .preparedQuery(INSERT)
        .execute(
            Tuple.of(
                call.workspace().value(),
                bytes(token.hash()),
                session,
                at(token.at()),
                at(token.expiresAt())))
        .mapEmpty();
  }

  /// Whose token it is, whether or not it was used.
  Future<Optional<Owner>> owner(Call call, byte[] hash) {
    return database.readInEveryWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(OWNER)
                .execute(Tuple.of(bytes(hash)))
                .map(rows -> {
                  if (rows.size() == 0) {
                    return Optional.empty();
                  }
                  var row = rows.iterator().next();
                  return Optional.of(
                      new Owner(
                          new WorkspaceId(row.getUUID("workspace_id")),
                          new UserId(row.getUUID("user_id")),
                          row.getUUID("session_id")));
                }));
  }

  /// Uses a token up and stores its successor, or finds out why not. Two requests with the same
  /// token wait for each other.
  Future<Rotation> rotate(Call call, Use use) {
    return database.inWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(LOCK)
                .execute(Tuple.of(bytes(use.hash()), at(use.at())))
                .compose(rows ->
                    rows.size() == 0
                        ? Future.succeededFuture(Rotation.none())
                        : decide(connection, call, use, rows.iterator().next())));
  }

  private Future<Rotation> decide(SqlConnection connection, Call call, Use use, Row row) {
    var session = row.getUUID("session_id");
    var user = new UserId(row.getUUID("user_id"));
    var usedAt = instant(row.getOffsetDateTime("used_at"));
    if (!row.getBoolean("goes_on")) {
      return Future.succeededFuture(Rotation.none());
    }
    if (usedAt == null) {
      return row.getOffsetDateTime("expires_at").toInstant().isAfter(use.at())
          ? renew(connection, call, use, session, user)
          : Future.succeededFuture(Rotation.none());
    }
    if (usedAt.plus(use.grace()).isBefore(use.at())) {
      return endFamily(connection, call, use, session, user);
    }
    return connection
        .preparedQuery(NEXT_UNUSED)
        .execute(Tuple.of(bytes(use.next().hash())))
        .map(rows -> rows.size() > 0 ? Outcome.RENEWED : Outcome.SUPERSEDED)
        .map(outcome -> new Rotation(outcome, session, user));
  }

  private static Future<Rotation> renew(
      SqlConnection connection, Call call, Use use, UUID session, UserId user) {
    var device = use.device();
    return connection
        .preparedQuery(USE)
        .execute(Tuple.of(bytes(use.hash()), at(use.at())))
        .compose(_ -> insert(connection, call, session, use.next()))
        .compose(_ ->
            connection
                .preparedQuery(TOUCH)
                .execute(Tuple.of(session, at(use.at()), device.address(), device.agent())))
        .compose(_ -> connection.preparedQuery(SEEN).execute(Tuple.of(user.value(), at(use.at()))))
        .map(new Rotation(Outcome.RENEWED, session, user));
  }

  /// A token that was used long ago comes again: it was copied. Who has the newer one may be the
  /// thief, so nobody keeps the session.
  private Future<Rotation> endFamily(
      SqlConnection connection, Call call, Use use, UUID session, UserId user) {
    var action = AuditAction.SESSION_REUSE_DETECTED;
    var event = AuditEvent.of(action, "session:" + session).by("user:" + user);
    return connection
        .preparedQuery(END)
        .execute(Tuple.of(session, at(use.at()), action.wireName()))
        .compose(_ -> audit.append(connection, call, event))
        .map(new Rotation(Outcome.REUSED, session, user));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }

  /// Whose token it is.
  record Owner(WorkspaceId workspace, UserId user, UUID session) {}

  /// A token that somebody shows.
  ///
  /// @param next its successor
  /// @param grace how long after its use the token still leads to its successor
  @SuppressWarnings("ArrayRecordComponent") // never compared as a record
  record Use(byte[] hash, NewToken next, Device device, Duration grace, Instant at) {}

  /// What became of it.
  ///
  /// @param session null when there is none that goes on
  record Rotation(Outcome outcome, @Nullable UUID session, @Nullable UserId user) {
    static Rotation none() {
      return new Rotation(Outcome.NONE, null, null);
    }
  }

  /// How a token was received.
  enum Outcome {
    /// The successor is good.
    RENEWED,
    /// The successor was used already.
    SUPERSEDED,
    /// It was used long ago; its session has ended.
    REUSED,
    /// Its session does not go on, or there is none.
    NONE
  }
}
