package dev.parley;

import dev.parley.call.WorkspaceId;
import dev.parley.control.audit.Audit;
import dev.parley.control.audit.AuditAnchor;
import dev.parley.control.audit.AuditChain.Outcome;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Checks the audit logs of all workspaces without the server, which may be what is not trusted.
final class AuditVerification {
  private AuditVerification() {}

  /// Prints one line for each workspace. Blocks; changes nothing.
  ///
  /// @param anchors `<workspace>/<seq>:<hash>`
  /// @return whether every log is as it was written
  static boolean run(AppConfig config, InstantSource clock, List<String> anchors, PrintStream out) {
    return WithDatabase.run(
        config,
        clock,
        database -> {
          var outcomes =
              Audit.of(config.audit(), config.dataDir(), database, clock)
                  .chains()
                  .verify(read(anchors));
          if (outcomes.isEmpty()) {
            out.println("There is no audit log yet.");
          }
          outcomes.forEach((workspace, outcome) -> out.println(workspace + "  " + words(outcome)));
          return outcomes.values().stream().allMatch(Outcome::ok);
        });
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
