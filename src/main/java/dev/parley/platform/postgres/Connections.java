package dev.parley.platform.postgres;

import dev.parley.platform.observe.Log;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// A bounded pool with a bounded queue before it. Safe from any thread.
final class Connections {
  private static final Log LOG = Log.of(Connections.class);
  private static final int WAITING_PER_CONNECTION = 4;
  private static final Duration IDLE = Duration.ofMinutes(2);

  /// Connections end after this long, so that a database that moved is followed.
  private static final Duration LIFETIME = Duration.ofMinutes(30);

  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

  private final Vertx vertx;
  private final Duration wait;
  private final Pool pool;
  private final int max;
  private final AtomicInteger inUse = new AtomicInteger();
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicBoolean reachable = new AtomicBoolean(true);

  /// @param wait how long a caller waits for a connection
  /// @param greeting how long a server may take to let a connection in
  Connections(Vertx vertx, PgConnectOptions options, int max, Duration wait, Duration greeting) {
    this.vertx = vertx;
    this.max = max;
    this.wait = wait;
    this.pool =
        PgBuilder.pool()
            .using(vertx)
            .connectingTo(options)
            .with(ConnectOptions.sockets(greeting))
            .with(poolOptions(max))
            .withConnectHandler(Connections::admit)
            .build();
  }

  // The pool's own limit for waiting stays off: a caller that gives up while the pool is closed
  // breaks both, and neither ends.
  private static PoolOptions poolOptions(int max) {
    return new PoolOptions()
        .setMaxSize(max)
        .setMaxWaitQueueSize(WAITING_PER_CONNECTION * max)
        .setIdleTimeout((int) IDLE.toSeconds())
        .setIdleTimeoutUnit(TimeUnit.SECONDS)
        .setMaxLifetime((int) LIFETIME.toSeconds())
        .setMaxLifetimeUnit(TimeUnit.SECONDS);
  }

  private static void admit(SqlConnection connection) {
    SocketOf.greeted(connection);
    var _ = connection.close(); // hands it to the pool
  }

  /// A connection of the pool; fails with a [DatabaseProblem], at the latest when the wait is over.
  /// Whoever gets one gives it back by [#release] or [#cut].
  Future<SqlConnection> acquire() {
    var answer = Promise.<SqlConnection>promise();
    waiting.incrementAndGet();
    var timer = vertx.setTimer(wait.toMillis(), _ -> answer.tryFail(waitedInVain()));
    var _ =
        fromPool()
            .onSuccess(connection -> {
              inUse.incrementAndGet();
              connection.exceptionHandler(Connections::noteBreak);
              noteReached();
              if (!answer.tryComplete(connection)) {
                release(connection); // it came too late
              }
            })
            .onFailure(cause -> {
              var problem = SqlFailures.ofConnecting(cause);
              noteRefused(problem, cause);
              answer.tryFail(problem);
            });
    return answer
        .future()
        .onComplete((_, _) -> {
          waiting.decrementAndGet();
          vertx.cancelTimer(timer);
        });
  }

  private Future<SqlConnection> fromPool() {
    try {
      return pool.getConnection();
    } catch (RuntimeException e) {
      return Future.failedFuture(e);
    }
  }

  private DatabaseProblem waitedInVain() {
    return inUse.get() >= max
        ? new DatabaseProblem.Overloaded()
        : new DatabaseProblem.Unavailable();
  }

  /// Gives back a connection that is fit for the next caller.
  void release(SqlConnection connection) {
    inUse.decrementAndGet();
    var _ = connection.close().onFailure(_ -> SocketOf.cut(connection));
  }

  /// Ends a connection that must not serve another caller.
  void cut(SqlConnection connection) {
    inUse.decrementAndGet();
    SocketOf.cut(connection);
  }

  PoolNumbers numbers() {
    return new PoolNumbers(max, pool.size(), inUse.get(), waiting.get());
  }

  /// Ends every connection. Completes after five seconds at the latest: a silent server does not
  /// keep the process from ending.
  Future<Void> close() {
    var closed = Promise.<Void>promise();
    var timer = vertx.setTimer(CLOSE_LIMIT.toMillis(), _ -> closed.tryComplete());
    // Not from within a callback of the pool itself, which the caller may be in.
    vertx
        .getOrCreateContext()
        .runOnContext(_ -> pool.close().onComplete(_ -> closed.tryComplete()));
    return closed.future().onComplete(_ -> vertx.cancelTimer(timer));
  }

  /// Whoever uses the connection is told as well; the driver would print it besides.
  private static void noteBreak(Throwable failure) {
    LOG.debug("a connection broke", "reason", failure.toString());
  }

  private void noteReached() {
    if (reachable.compareAndSet(false, true)) {
      LOG.info("the database is reached again");
    }
  }

  private void noteRefused(DatabaseProblem problem, Throwable cause) {
    if (problem instanceof DatabaseProblem.Unavailable && reachable.compareAndSet(true, false)) {
      LOG.warning("the database cannot be reached", "reason", cause.toString());
    }
  }
}
