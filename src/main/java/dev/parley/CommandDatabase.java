package dev.parley;

import dev.parley.platform.lifecycle.StartFault;
import dev.parley.platform.postgres.Database;
import dev.parley.platform.postgres.EmbeddedPostgres;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// The database of one command that works without a server: the configured one, or the embedded
/// one, which ends with the command.
record CommandDatabase(Vertx vertx, @Nullable EmbeddedPostgres embedded, Database database)
    implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration TRY = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofMillis(200);

  /// Blocks until the database answers.
  ///
  /// @throws StartFault when it does not
  static CommandDatabase open(AppConfig config, InstantSource clock) {
    var vertx = Vertx.vertx();
    @Nullable EmbeddedPostgres embedded = null;
    try {
      embedded = Stores.embedded(config);
      var role = embedded == null ? config.database().application() : embedded.application();
      var database = Database.open(vertx, clock, role, config.database());
      var opened = new CommandDatabase(vertx, embedded, database);
      opened.awaitAnswer(clock);
      return opened;
    } catch (RuntimeException e) {
      close(vertx, embedded);
      throw e;
    }
  }

  /// Longer than a request waits: on a busy machine, a process that has just begun needs more time
  /// for its first connection than for all later ones.
  private void awaitAnswer(InstantSource clock) {
    var end = clock.instant().plus(PATIENCE);
    try {
      while (!database.ping(TRY).await(2 * TRY.toSeconds(), TimeUnit.SECONDS)) {
        if (clock.instant().isAfter(end)) {
          throw new StartFault("The database does not answer.");
        }
        Thread.sleep(PAUSE);
      }
    } catch (TimeoutException | InterruptedException e) {
      throw new StartFault("The database does not answer.", e);
    }
  }

  @Override
  public void close() {
    close(vertx, embedded);
  }

  private static void close(Vertx vertx, @Nullable EmbeddedPostgres embedded) {
    var _ = vertx.close();
    if (embedded != null) {
      embedded.stop();
    }
  }
}
