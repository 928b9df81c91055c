package dev.parley.platform.postgres;

import dev.parley.call.Call;
import dev.parley.call.Caller;
import dev.parley.call.Deadline;
import dev.parley.call.WorkspaceId;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Asks the server how it is, on a connection that no other work can keep busy.
final class Probe {
  private static final Call CALL =
      new Call(
          "probe", new Caller.Parley(new WorkspaceId(new UUID(0, 0))), new Deadline(Instant.MAX));
  private static final Prologue READ = new Prologue(Prologue.NONE, true, null);

  private final Vertx vertx;
  private final Connections connection;
  private final AtomicReference<@Nullable Future<Boolean>> asked = new AtomicReference<>();

  /// @param connection a pool of one
  Probe(Vertx vertx, Connections connection) {
    this.vertx = vertx;
    this.connection = connection;
  }

  Future<Boolean> ping(Duration limit) {
    var answer = Promise.<Boolean>promise();
    var earlier = asked.compareAndExchange(null, answer.future());
    if (earlier != null) {
      return earlier;
    }
    var _ =
        read(limit, held -> held.query("SELECT 1").execute())
            .onComplete((_, failure) -> {
              asked.set(null);
              answer.complete(failure == null);
            });
    return answer.future();
  }

  Future<ServerFacts> facts(Duration limit) {
    return read(limit, held -> held.query(ServerFacts.SELECT).execute())
        .map(rows -> ServerFacts.of(rows.iterator().next()));
  }

  Future<Void> close() {
    return connection.close();
  }

  private <T> Future<T> read(Duration limit, Function<SqlConnection, Future<T>> work) {
    var outcome = Promise.<T>promise();
    vertx
        .getOrCreateContext()
        .runOnContext(_ ->
            new Transaction<>(vertx, connection, CALL, READ, work).run(limit).onComplete(outcome));
    return outcome.future();
  }
}
