package dev.parley.platform.postgres;

import dev.parley.call.Call;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One attempt at one transaction: from the wait for a connection to the connection's way back.
///
/// All of it runs on one Vert.x context, so it needs no locks. A timer guards every state: when it
/// fires, the connection is cut instead of returned, because a silent server would keep it busy for
/// whoever came next.
///
/// Round trips: the prologue is not awaited, so it travels with the first statement of the work. A
/// reader gets its result before the commit is confirmed, which has nothing left to say.
final class Transaction<T> {
  // A transaction in which a statement failed answers COMMIT with a silent rollback. The SELECT
  // makes it an error instead, so that a swallowed failure cannot pass for a commit.
  private static final String COMMIT = "SELECT 1; COMMIT";
  private static final String ROLLBACK = "ROLLBACK";

  private final Vertx vertx;
  private final Connections connections;
  private final Call call;
  private final Prologue prologue;
  private final Function<SqlConnection, Future<T>> work;
  private final Promise<T> outcome = Promise.promise();

  private long timer;
  private @Nullable SqlConnection connection;
  private boolean expired;
  private boolean committing;

  Transaction(
      Vertx vertx,
      Connections connections,
      Call call,
      Prologue prologue,
      Function<SqlConnection, Future<T>> work) {
    this.vertx = vertx;
    this.connections = connections;
    this.call = call;
    this.prologue = prologue;
    this.work = work;
  }

  /// @param budget how long the attempt may take; the future has its outcome by then
  Future<T> run(Duration budget) {
    if (budget.toMillis() < 1) {
      return Future.failedFuture(new DatabaseProblem.TimedOut());
    }
    timer = vertx.setTimer(budget.toMillis(), _ -> expire());
    var _ = connections.acquire().onComplete(this::acquired);
    return outcome.future();
  }

  private void acquired(@Nullable SqlConnection acquired, @Nullable Throwable failure) {
    if (acquired == null) {
      end();
      outcome.tryFail(failure == null ? new DatabaseProblem.Unavailable() : failure);
    } else if (expired) {
      connections.release(acquired);
    } else {
      connection = acquired;
      begin(acquired);
    }
  }

  private void begin(SqlConnection held) {
    var begun = held.query(prologue.sql()).execute();
    var worked = work(held);
    var _ =
        begun
            .compose(_ -> worked)
            .onComplete((result, failure) -> {
              if (failure == null) {
                commit(held, result);
              } else {
                rollBack(held, failure);
              }
            });
  }

  private Future<T> work(SqlConnection held) {
    try {
      return work.apply(held);
    } catch (RuntimeException e) {
      return Future.failedFuture(e);
    }
  }

  private void commit(SqlConnection held, T result) {
    if (prologue.readOnly()) {
      outcome.tryComplete(result);
    }
    committing = true;
    var _ =
        held.query(COMMIT)
            .execute()
            .onSuccess(_ -> {
              giveBack();
              outcome.tryComplete(result);
            })
            .onFailure(failure -> commitFailed(held, failure));
  }

  private void commitFailed(SqlConnection held, Throwable failure) {
    if (problem(failure) instanceof DatabaseProblem.Unavailable) {
      discard();
      outcome.tryFail(new DatabaseProblem.OutcomeUnknown());
    } else {
      committing = false;
      rollBack(held, failure);
    }
  }

  private void rollBack(SqlConnection held, Throwable failure) {
    var problem = problem(failure);
    if (problem instanceof DatabaseProblem.Unavailable || SqlFailures.spoilsConnection(failure)) {
      discard();
      outcome.tryFail(problem);
      return;
    }
    var _ =
        held.query(ROLLBACK)
            .execute()
            .onSuccess(_ -> giveBack())
            .onFailure(_ -> discard())
            .onComplete(_ -> outcome.tryFail(problem));
  }

  private Throwable problem(Throwable failure) {
    return prologue.readOnly() && SqlFailures.isRefusedWrite(failure)
        ? SqlFailures.faulty(call, failure)
        : SqlFailures.ofWork(call, failure);
  }

  private void expire() {
    expired = true;
    discard();
    outcome.tryFail(
        committing && !prologue.readOnly()
            ? new DatabaseProblem.OutcomeUnknown()
            : new DatabaseProblem.TimedOut());
  }

  private void giveBack() {
    end();
    if (connection != null) {
      connections.release(connection);
      connection = null;
    }
  }

  private void discard() {
    end();
    if (connection != null) {
      connections.cut(connection);
      connection = null;
    }
  }

  private void end() {
    vertx.cancelTimer(timer);
  }
}
