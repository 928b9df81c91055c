package dev.parley.testkit;

import dev.parley.platform.config.Secret;
import dev.parley.platform.postgres.Database;
import dev.parley.platform.postgres.DatabaseConfig;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;

/// A database with the product's schema and the workspace of [Calls], outside of tests: on a server
/// of its own until it is closed.
public final class LoneDatabase implements AutoCloseable {
  private static final Duration STATEMENT = Duration.ofSeconds(3);
  private static final Duration CLIENT = Duration.ofSeconds(4);

  private final PostgresServer server = new PostgresServer();
  private final Database database;

  public LoneDatabase(Vertx vertx, int pool) {
    var administrator = server.database(true);
    var _ =
        SqlScript.run(
            vertx,
            administrator,
            "INSERT INTO workspace VALUES ('%s', 'lone', now())"
                .formatted(Calls.WORKSPACE.value()));
    var none = new Secret("");
    var config =
        new DatabaseConfig(
            none, none, "", 5432, "", "", none, pool, 0, CLIENT, STATEMENT, CLIENT, false);
    database =
        Database.open(vertx, InstantSource.system(), server.application(administrator), config);
  }

  public Database database() {
    return database;
  }

  @Override
  public void close() {
    Await.end(database.close());
    server.close();
  }
}
