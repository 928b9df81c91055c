package dev.parley;

import dev.parley.platform.lifecycle.StartFault;
import dev.parley.platform.postgres.Database;
import dev.parley.platform.postgres.EmbeddedPostgres;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Work on the database without the server.
final class WithDatabase {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private WithDatabase() {}

  /// Opens the database, does the work and closes it. Blocks.
  static <T> T run(AppConfig config, InstantSource clock, Function<Database, T> work) {
    var vertx = Vertx.vertx();
    @Nullable EmbeddedPostgres embedded = null;
    try {
      embedded = Stores.embedded(config);
      var role = embedded == null ? config.database().application() : embedded.application();
      var database = Database.open(vertx, clock, role, config.database());
      requireAnswer(database);
      return work.apply(database);
    } finally {
      var _ = vertx.close();
      if (embedded != null) {
        embedded.stop();
      }
    }
  }

  /// Waits longer than a request does: a server that was started just now may be slow to greet.
  private static void requireAnswer(Database database) {
    try {
      if (database.ping(PATIENCE).await(2 * PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        return;
      }
    } catch (TimeoutException _) {
      // Told below.
    }
    throw new StartFault("The database does not answer.");
  }
}
