package dev.parley.identity.session;

import static dev.parley.identity.session.SessionStore.at;
import static dev.parley.identity.session.SessionStore.bytes;

import dev.parley.call.Call;
import dev.parley.platform.postgres.Database;
import dev.parley.platform.postgres.Rows;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Rows of tries to sign in. In the database, so that neither a restart nor the loss of a cache
/// lets guessers begin anew.
final class ThrottleStore {
  /// A try counts before its outcome is known, so tries at the same time cannot overtake the count.
  /// Does nothing while the subject has to wait.
  private static final String COUNT =
      """
      INSERT INTO sign_in_throttle AS t (subject, failures, window_end, not_before)
      VALUES ($1, 1, $2::timestamptz + $3 * interval '1 ms', $2)
      ON CONFLICT (subject) DO UPDATE
      SET failures = CASE WHEN t.window_end <= $2 THEN 1 ELSE t.failures + 1 END,
          window_end = CASE WHEN $4 OR t.window_end <= $2
                            THEN $2::timestamptz + $3 * interval '1 ms' ELSE t.window_end END,
          not_before = CASE
            WHEN t.window_end <= $2 OR t.failures + 1 < $5 THEN $2
            WHEN $4 THEN $2::timestamptz
                         + least($6, power(2, least(t.failures + 1 - $5, 30))) * interval '1 s'
            ELSE t.window_end END
      WHERE t.not_before <= $2
      """;

  private static final String WAIT =
      "SELECT not_before FROM sign_in_throttle WHERE subject = $1 AND not_before > $2";
  private static final String FORGET = "DELETE FROM sign_in_throttle WHERE subject = $1";

  /// A wait that has begun stays: other tries may have earned it.
  private static final String TAKE_BACK =
      """
      UPDATE sign_in_throttle
      SET failures = greatest(failures - 1, 0),
          not_before = CASE WHEN failures - 1 < $3 THEN $2 ELSE not_before END
      WHERE subject = $1
      """;

  private static final String CLEAN = "DELETE FROM sign_in_throttle WHERE window_end < $1";

  private final Database database;

  ThrottleStore(Database database) {
    this.database = database;
  }

  /// Counts a try; the time until which the subject has to wait when it may not try now.
  Future<Optional<Instant>> count(Call call, byte[] subject, Rule rule, Instant now) {
    return database.outside(
        call,
        connection ->
            connection
                .preparedQuery(COUNT)
                .execute(
                    Tuple.of(
                        bytes(subject),
                        at(now),
                        (double) rule.window().toMillis(),
                        rule.grows(),
                        rule.free(),
                        (double) rule.longest().toSeconds()))
                .compose(rows ->
                    rows.rowCount() > 0
                        ? Future.succeededFuture(Optional.empty())
                        : wait(connection, subject, now)));
  }

  private static Future<Optional<Instant>> wait(
      SqlConnection connection, byte[] subject, Instant now) {
    return connection
        .preparedQuery(WAIT)
        .execute(Tuple.of(bytes(subject), at(now)))
        .map(rows -> Rows.first(rows, row -> row.getOffsetDateTime("not_before").toInstant()));
  }

  /// Uncounts a try.
  Future<Void> takeBack(Call call, byte[] subject, Rule rule, Instant now) {
    return database
        .outside(
            call,
            connection ->
                connection
                    .preparedQuery(TAKE_BACK)
                    .execute(Tuple.of(bytes(subject), at(now), rule.free())))
        .mapEmpty();
  }

  Future<Void> forget(Call call, byte[] subject) {
    return database
        .outside(
            call, connection -> connection.preparedQuery(FORGET).execute(Tuple.of(bytes(subject))))
        .mapEmpty();
  }

  /// Drops what no longer counts.
  Future<Void> clean(Call call, Instant now) {
    return database
        .outside(call, connection -> connection.preparedQuery(CLEAN).execute(Tuple.of(at(now))))
        .mapEmpty();
  }

  /// How tries are slowed down.
  ///
  /// @param free tries without a wait
  /// @param window how long tries are remembered: since the last one when the wait grows, else
  ///   since the first
  /// @param grows whether the wait doubles with each further try, from one second to `longest`;
  ///   else it lasts to the end of the window
  record Rule(int free, Duration window, boolean grows, Duration longest) {}
}
