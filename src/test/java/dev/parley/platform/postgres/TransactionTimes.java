package dev.parley.platform.postgres;

import dev.parley.call.WorkspaceId;
import dev.parley.testkit.Await;
import dev.parley.testkit.Calls;
import dev.parley.testkit.PostgresFixture;
import dev.parley.testkit.SqlScript;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/// Prints what a read of one row costs: straight from the driver's pool, and through [Database].
/// One at a time, from an event loop.
final class TransactionTimes {
  private static final PrintStream OUT = System.out;
  private static final int ROUNDS = 5_000;
  private static final UUID WORKSPACE = new UUID(0, 1);

  private TransactionTimes() {}

  public static void main(String[] args) {
    var postgres = EmbeddedPostgres.start(Path.of(args[0]));
    var vertx = Vertx.vertx();
    try {
      var owner = postgres.owner();
      var _ =
          SqlScript.run(
              vertx,
              owner,
              "DROP TABLE IF EXISTS note, schema_history, event; DROP SEQUENCE IF EXISTS event_seq");
      var _ = Migrations.from(vertx, owner, "parley_app", "migrations/first").up();
      measure(vertx, postgres.application());
    } finally {
      Await.end(vertx.close());
      postgres.stop();
    }
  }

  private static void measure(Vertx vertx, ConnectSettings settings) {
    var plain =
        PgBuilder.pool()
            .using(vertx)
            .connectingTo(ConnectOptions.of(settings, Map.of()))
            .with(new PoolOptions().setMaxSize(4))
            .build();
    var config = PostgresFixture.config(4);
    var database = Database.open(vertx, InstantSource.system(), settings, config);
    var call = Calls.in(new WorkspaceId(WORKSPACE));
    Await.end(
        database.inWorkspace(
            call,
            c ->
                c.preparedQuery("INSERT INTO note VALUES ($1, 1, 'one')")
                    .execute(Tuple.of(WORKSPACE))));
    for (var round = 0; round < 3; round++) {
      print(vertx, "plain read of a constant row  ", () -> constant(plain));
      print(
          vertx,
          "plain BEGIN; set; read; COMMIT",
          () ->
              plain.withTransaction(c ->
                  c.preparedQuery("SELECT set_config('parley.workspace', $1, true)")
                      .execute(Tuple.of(WORKSPACE.toString()))
                      .compose(_ -> read(c))));
      print(
          vertx,
          "readInWorkspace               ",
          () -> database.readInWorkspace(call, TransactionTimes::read));
      print(
          vertx,
          "inWorkspace                   ",
          () -> database.inWorkspace(call, TransactionTimes::read));
    }
    Await.end(database.close());
    Await.end(plain.close());
  }

  private static Future<RowSet<Row>> constant(SqlClient client) {
    return client.preparedQuery("SELECT $1::int, 'one'").execute(Tuple.of(1));
  }

  private static Future<RowSet<Row>> read(SqlClient client) {
    return client.preparedQuery("SELECT text FROM note WHERE id = $1").execute(Tuple.of(1));
  }

  private static void print(Vertx vertx, String what, Supplier<Future<RowSet<Row>>> read) {
    var nanos = new long[ROUNDS];
    var done = Promise.<Void>promise();
    vertx.runOnContext(_ -> next(0, nanos, read, done));
    Await.end(done.future());
    Arrays.sort(nanos);
    OUT.printf(
        "%s p50 %4d µs  p99 %5d µs%n",
        what, nanos[ROUNDS / 2] / 1000, nanos[ROUNDS * 99 / 100] / 1000);
  }

  private static void next(
      int done, long[] nanos, Supplier<Future<RowSet<Row>>> read, Promise<Void> end) {
    if (done == nanos.length) {
      end.complete();
      return;
    }
    var begun = System.nanoTime();
    var _ =
        read.get()
            .onFailure(end::fail)
            .onSuccess(_ -> {
              nanos[done] = System.nanoTime() - begun;
              next(done + 1, nanos, read, end);
            });
  }
}
