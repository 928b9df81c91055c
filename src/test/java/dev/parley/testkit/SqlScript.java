package dev.parley.testkit;

import dev.parley.platform.postgres.ConnectSettings;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;

/// Runs statements past the pool that is tested.
public final class SqlScript {
  private SqlScript() {}

  /// One or more statements on a connection of their own.
  public static RowSet<Row> run(Vertx vertx, ConnectSettings settings, String sql) {
    return Await.of(
        PgConnection.connect(vertx, options(settings))
            .compose(connection ->
                connection.query(sql).execute().eventually(() -> connection.close())));
  }

  private static PgConnectOptions options(ConnectSettings settings) {
    return new PgConnectOptions()
        .setHost(settings.host())
        .setPort(settings.port())
        .setDatabase(settings.database())
        .setUser(settings.user())
        .setPassword(settings.password().value());
  }
}
