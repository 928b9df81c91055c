package dev.parley;

import dev.parley.call.WorkspaceId;
import dev.parley.control.audit.Audit;
import dev.parley.control.audit.AuditAnchor;
import dev.parley.control.audit.AuditChain.Outcome;
import dev.parley.platform.lifecycle.StartFault;
import dev.parley.platform.postgres.Database;
import dev.parley.platform.postgres.EmbeddedPostgres;
import io.vertx.core.Vertx;
import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Checks the audit logs of all workspaces without the server, which may be what is not trusted.
final class AuditVerification {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private AuditVerification() {}

  /// Prints one line for each workspace. Blocks; changes nothing.
  ///
  /// @param anchors `<workspace>/<seq>:<hash>`
  /// @return whether every log is as it was written
  static boolean run(AppConfig config, InstantSource clock, List<String> anchors, PrintStream out) {
    var vertx = Vertx.vertx();
    @Nullable EmbeddedPostgres embedded = null;
    try {
      embedded = Stores.embedded(config);
      var role = embedded == null ? config.database().application() : embedded.application();
      var database = Database.open(vertx, clock, role, config.database());
      requireAnswer(database);
      var outcomes =
          Audit.of(config.audit(), config.dataDir(), database, clock)
              .chains()
              .verify(read(anchors));
      if (outcomes.isEmpty()) {
        out.println("There is no audit log yet.");
      }
      outcomes.forEach((workspace, outcome) -> out.println(workspace + "  " + words(outcome)));
      return outcomes.values().stream().allMatch(Outcome::ok);
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

  private static Map<WorkspaceId, AuditAnchor> read(List<String> anchors) {
    var all = new HashMap<WorkspaceId, AuditAnchor>();
    for (var anchor : anchors) {
      var cut = anchor.indexOf('/');
      var workspace = new WorkspaceId(UUID.fromString(anchor.substring(0, cut)));
      var one = AuditAnchor.parse(anchor.substring(cut + 1)).orElseThrow();
      // The latest vouches for all before it.
      var _ = all.merge(workspace, one, (a, b) -> a.seq() > b.seq() ? a : b);
    }
    return all;
  }

  private static String words(Outcome outcome) {
    var fault = outcome.fault();
    return fault == null
        ? "whole, %d events, ends at %s".formatted(outcome.checked(), outcome.last())
        : "BROKEN at event %d: %s, after %d good events"
            .formatted(fault.seq(), fault.reason().wireName().replace('_', ' '), outcome.checked());
  }
}
