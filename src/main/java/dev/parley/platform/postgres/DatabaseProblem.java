package dev.parley.platform.postgres;

import dev.parley.platform.http.Failure;
import java.time.Duration;
import java.util.Optional;

/// What can go wrong between the product and its database.
public abstract sealed class DatabaseProblem extends Failure {
  private static final long serialVersionUID = 1L;
  private static final int UNAVAILABLE = 503;

  private DatabaseProblem(int status, String code, String detail) {
    super(status, code, detail);
  }

  @Override
  public Optional<Duration> retryAfter() {
    return status() == UNAVAILABLE ? Optional.of(Duration.ofSeconds(1)) : Optional.empty();
  }

  /// The database cannot be reached, is starting or stopping, has no room, or takes no writes.
  /// Nothing was changed.
  public static final class Unavailable extends DatabaseProblem {
    private static final long serialVersionUID = 1L;

    public Unavailable() {
      super(
          UNAVAILABLE,
          "dependency_unavailable",
          "The database cannot be reached. Try again in a moment.");
    }

    @Override
    public Optional<Duration> retryAfter() {
      return Optional.of(Duration.ofSeconds(5));
    }
  }

  /// More work is waiting for the database than it may. Nothing was changed.
  public static final class Overloaded extends DatabaseProblem {
    private static final long serialVersionUID = 1L;

    public Overloaded() {
      super(UNAVAILABLE, "overloaded", "The database is busy. Try again in a moment.");
    }
  }

  /// The database did not answer in time. Nothing was changed.
  public static final class TimedOut extends DatabaseProblem {
    private static final long serialVersionUID = 1L;

    public TimedOut() {
      super(
          UNAVAILABLE,
          "dependency_unavailable",
          "The database did not answer in time. Try again in a moment.");
    }
  }

  /// The connection was lost, or the time ran out, while a commit was under way: whether it took
  /// effect is known only after looking for what it wrote.
  public static final class OutcomeUnknown extends DatabaseProblem {
    private static final long serialVersionUID = 1L;

    public OutcomeUnknown() {
      super(
          UNAVAILABLE,
          "dependency_unavailable",
          "The database did not confirm the change. Look whether it was made before trying again.");
    }
  }

  /// Other transactions were in the way, several times in a row. Nothing was changed.
  public static final class Collided extends DatabaseProblem {
    private static final long serialVersionUID = 1L;

    public Collided() {
      super(
          UNAVAILABLE, "overloaded", "Others are changing the same thing. Try again in a moment.");
    }
  }

  /// The change contradicts what is stored: something is there already, or what it refers to is
  /// gone. A store that knows what [#constraint()] means says it better.
  public static final class Conflict extends DatabaseProblem {
    private static final long serialVersionUID = 1L;
    private final String constraint;

    public Conflict(String constraint) {
      super(409, "conflict", "This contradicts what is stored already.");
      this.constraint = constraint;
    }

    /// The name of the broken rule in the schema, such as `users_email_key`; empty when unknown.
    public String constraint() {
      return constraint;
    }
  }

  /// A value cannot be stored: too long, out of range, or with a zero byte in its text.
  public static final class Unacceptable extends DatabaseProblem {
    private static final long serialVersionUID = 1L;
    private final String constraint;

    public Unacceptable(String constraint) {
      super(400, "validation_failed", "A value cannot be stored as it is.");
      this.constraint = constraint;
    }

    /// The name of the broken rule in the schema; empty when the value did not fit its type.
    public String constraint() {
      return constraint;
    }
  }

  /// A statement is wrong or not permitted: a fault of the product, told in full by the log.
  public static final class Faulty extends DatabaseProblem {
    private static final long serialVersionUID = 1L;
    private final String sqlState;

    public Faulty(String sqlState) {
      super(
          500,
          "internal_error",
          "Something went wrong on our side. The request id leads to it in the log.");
      this.sqlState = sqlState;
    }

    /// PostgreSQL's five-character code; empty when the failure did not come from the server.
    public String sqlState() {
      return sqlState;
    }
  }
}
