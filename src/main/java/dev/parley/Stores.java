package dev.parley;

import dev.parley.platform.lifecycle.Part;
import dev.parley.platform.lifecycle.StartFault;
import dev.parley.platform.postgres.Database;
import dev.parley.platform.postgres.EmbeddedPostgres;
import dev.parley.platform.postgres.Migrations;
import dev.parley.platform.redis.RedisServer;
import dev.parley.platform.time.FineClock;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The database of the process, migrated: the one of the configuration, or one of its own. And
/// Redis, where the configuration names one.
///
/// @param part closes the connections and then ends the embedded server
record Stores(Database database, @Nullable RedisServer redis, Part part) {

  /// Opens the database. Blocks.
  static Stores open(Vertx vertx, AppConfig config, InstantSource clock) {
    makeDataDir(config);
    var embedded = embedded(config);
    try {
      var migrations = migrations(vertx, config, embedded);
      var _ = migrations.up();
      var application = embedded == null ? config.database().application() : embedded.application();
      var database = Database.open(vertx, clock, application, config.database());
      var redis =
          config.redis().url().isEmpty()
              ? null
              : RedisServer.open(vertx, config.redis(), FineClock.system());
      return new Stores(
          database,
          redis,
          Part.closing(
              "stores", () -> close(redis).eventually(() -> close(vertx, database, embedded))));
    } catch (RuntimeException e) {
      Optional.ofNullable(embedded).ifPresent(EmbeddedPostgres::stop);
      throw e;
    }
  }

  /// The steps between this database and the newest form of its tables.
  static Migrations migrations(Vertx vertx, AppConfig config, @Nullable EmbeddedPostgres embedded) {
    return embedded == null
        ? Migrations.of(vertx, config.database().owner(), config.database().application().user())
        : Migrations.of(vertx, embedded.owner(), embedded.application().user());
  }

  /// The embedded server, when the configuration names no other.
  static @Nullable EmbeddedPostgres embedded(AppConfig config) {
    return config.database().embedded() ? EmbeddedPostgres.start(config.dataDir()) : null;
  }

  private static Future<Void> close(@Nullable RedisServer redis) {
    return redis == null ? Future.succeededFuture() : redis.close();
  }

  private static Future<?> close(
      Vertx vertx, Database database, @Nullable EmbeddedPostgres embedded) {
    return database
        .close()
        .otherwiseEmpty()
        .compose(_ ->
            embedded == null
                ? Future.succeededFuture()
                : vertx.executeBlocking(() -> {
                  embedded.stop();
                  return true;
                }));
  }

  private static void makeDataDir(AppConfig config) {
    try {
      var _ = Files.createDirectories(config.dataDir().resolve("uploads"));
    } catch (IOException e) {
      throw new StartFault(
          "DATA_DIR %s cannot be written: %s".formatted(config.dataDir(), e.getMessage()), e);
    }
  }
}
