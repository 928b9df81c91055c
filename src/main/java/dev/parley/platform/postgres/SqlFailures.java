package dev.parley.platform.postgres;

import dev.parley.call.Call;
import dev.parley.platform.observe.Log;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.IOException;
import java.util.Objects;

/// Says what a failure of the driver or an SQLSTATE means to the product.
final class SqlFailures {
  private static final Log LOG = Log.of(SqlFailures.class);

  private SqlFailures() {}

  /// What kept a caller from getting a connection.
  static DatabaseProblem ofConnecting(Throwable cause) {
    return switch (cause) {
      case DatabaseProblem problem -> problem;
      case ConnectionPoolTooBusyException _ -> new DatabaseProblem.Overloaded();
      default -> new DatabaseProblem.Unavailable();
    };
  }

  /// What ended a transaction. Failures that did not come from the database stay what they are.
  static Throwable ofWork(Call call, Throwable cause) {
    return switch (cause) {
      case PgException refused -> ofState(call, refused);
      case ClosedConnectionException _ -> new DatabaseProblem.Unavailable();
      case IOException _ -> new DatabaseProblem.Unavailable();
      default -> cause;
    };
  }

  /// Whether the server takes no writes here: a standby, or a transaction that asked for that.
  static boolean isRefusedWrite(Throwable cause) {
    return cause instanceof PgException refused && state(refused).equals("25006");
  }

  /// Whether the connection is of no more use: the server is going, has become read-only, or holds
  /// plans of tables that have changed.
  static boolean spoilsConnection(Throwable cause) {
    if (!(cause instanceof PgException refused)) {
      return false;
    }
    return switch (state(refused)) {
      case "25006", "57P01", "57P02", "57P03", "26000" -> true;
      default -> isStalePlan(refused);
    };
  }

  private static DatabaseProblem ofState(Call call, PgException refused) {
    var state = state(refused);
    var constraint = Objects.requireNonNullElse(refused.getConstraint(), "");
    return switch (state) {
      case "40001", "40P01", "55P03" -> new DatabaseProblem.Collided();
      case "23505", "23P01", "23503", "23001" -> new DatabaseProblem.Conflict(constraint);
      case "23514", "23502" -> new DatabaseProblem.Unacceptable(constraint);
      case "57014", "25P03" -> new DatabaseProblem.TimedOut();
      case "25006", "57P01", "57P02", "57P03", "3D000" -> new DatabaseProblem.Unavailable();
      default -> ofClass(call, refused);
    };
  }

  private static DatabaseProblem ofClass(Call call, PgException refused) {
    var state = state(refused);
    if (isStalePlan(refused)) {
      return new DatabaseProblem.Collided();
    }
    return switch (state.substring(0, Math.min(2, state.length()))) {
      case "08", "28", "53", "58" -> unavailable(call, refused);
      case "22" -> new DatabaseProblem.Unacceptable("");
      default -> faulty(call, refused);
    };
  }

  private static DatabaseProblem unavailable(Call call, PgException refused) {
    LOG.warning(call, "the database refuses", "state", state(refused), "message", message(refused));
    return new DatabaseProblem.Unavailable();
  }

  /// A failure that is the product's own fault.
  static DatabaseProblem faulty(Call call, Throwable cause) {
    var state = cause instanceof PgException refused ? state(refused) : "";
    LOG.error(call, "a statement is wrong", cause, "state", state);
    return new DatabaseProblem.Faulty(state);
  }

  /// A statement was prepared before a newer replica changed its table.
  private static boolean isStalePlan(PgException refused) {
    return state(refused).equals("0A000") && message(refused).contains("cached plan");
  }

  private static String state(PgException refused) {
    return Objects.requireNonNullElse(refused.getSqlState(), "");
  }

  private static String message(PgException refused) {
    return Objects.requireNonNullElse(refused.getErrorMessage(), "");
  }
}
