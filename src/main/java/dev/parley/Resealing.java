package dev.parley;

import dev.parley.identity.session.ResealSeeds;
import dev.parley.platform.postgres.Database;
import dev.parley.platform.postgres.EmbeddedPostgres;
import dev.parley.platform.seal.Sealer;
import io.vertx.core.Vertx;
import java.io.PrintStream;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Seals every sealed column with the first key of `ENCRYPTION_KEY`. Each column has its line here.
final class Resealing {
  private Resealing() {}

  /// Prints a line for each column. Blocks.
  ///
  /// @return whether older keys are no longer needed
  static boolean run(AppConfig config, InstantSource clock, PrintStream out) {
    var vertx = Vertx.vertx();
    @Nullable EmbeddedPostgres embedded = null;
    try {
      embedded = Stores.embedded(config);
      var role = embedded == null ? config.database().application() : embedded.application();
      var database = Database.open(vertx, clock, role, config.database());
      var sealer = Sealer.of(config.seal(), config.dataDir());
      var seeds = new ResealSeeds(database, sealer, clock).run();
      out.printf(
          "authenticator seeds  %d sealed anew, %d were already, %d cannot be opened%n",
          seeds.resealed(), seeds.current(), seeds.broken());
      out.println(
          seeds.broken() == 0
              ? "Nothing is left of the older keys."
              : "What cannot be opened was left as it is: its key is not in ENCRYPTION_KEY.");
      return seeds.broken() == 0;
    } finally {
      var _ = vertx.close();
      if (embedded != null) {
        embedded.stop();
      }
    }
  }
}
