package dev.parley.control.audit;

import dev.parley.call.Call;
import dev.parley.call.Caller;
import dev.parley.call.Deadline;
import dev.parley.call.WorkspaceId;
import dev.parley.platform.observe.Log;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;

/// Notes where each chain ends in the log of the process, which lives outside the database: a chain
/// that is cut off or written anew later does not fit its anchors.
final class AuditAnchors {
  private static final Log LOG = Log.of(AuditAnchors.class);
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final WorkspaceId NONE = new WorkspaceId(new UUID(0, 0));

  private final AuditStore store;
  private final InstantSource clock;

  AuditAnchors(AuditStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /// Writes one line for each workspace; never fails.
  Future<Void> note() {
    var call = new Call("audit", new Caller.Parley(NONE), Deadline.after(clock, LIMIT));
    return store
        .heads(call)
        .onSuccess(AuditAnchors::write)
        .onFailure(LOG.failed(call, "audit anchors could not be noted")::accept)
        .<Void>mapEmpty()
        .otherwiseEmpty();
  }

  private static void write(Map<WorkspaceId, AuditAnchor> heads) {
    heads.forEach(
        (workspace, head) -> LOG.record("audit anchor", "anchor", workspace + "/" + head));
  }
}
