package dev.parley.platform.postgres;

import java.time.Duration;
import java.util.Map;

/// How long one kind of work may take.
///
/// @param statement how long the server works on one statement
/// @param client how long a transaction may take in all, with the wait for its connection
record Limits(Duration statement, Duration client) {
  /// How much later than the server the client gives up.
  private static final Duration MARGIN = Duration.ofSeconds(1);

  private static final String LOCK_MILLIS = "1000";
  private static final String IDLE_IN_TRANSACTION_MILLIS = "10000";

  /// How soon the server notices that a client is gone while it works for it.
  private static final String GONE_CLIENT_MILLIS = "2000";

  static Limits of(DatabaseConfig config) {
    return new Limits(config.statementTimeout(), config.clientTimeout());
  }

  static Limits forLongWork(Duration statement) {
    return new Limits(statement, statement.plus(MARGIN));
  }

  /// The server's own limits, as settings of a session.
  Map<String, String> ofSession() {
    return Map.of(
        "statement_timeout", String.valueOf(statement.toMillis()),
        "lock_timeout", LOCK_MILLIS,
        "idle_in_transaction_session_timeout", IDLE_IN_TRANSACTION_MILLIS,
        "client_connection_check_interval", GONE_CLIENT_MILLIS);
  }

  /// The same as a list of calls for the prologue of one transaction.
  String ofTransaction() {
    return "set_config('statement_timeout', '"
        + statement.toMillis()
        + "', true), set_config('lock_timeout', '"
        + LOCK_MILLIS
        + "', true)";
  }
}
