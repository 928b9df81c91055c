package dev.parley.control.audit;

import dev.parley.call.Call;
import dev.parley.call.Caller;
import dev.parley.call.Deadline;
import dev.parley.call.WorkspaceId;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The chains of all workspaces.
public final class AuditChains {
  private static final Duration LIMIT = Duration.ofHours(1);
  private static final long STEP_SECONDS = 10;
  private static final WorkspaceId NONE = new WorkspaceId(new UUID(0, 0));

  private final AuditStore store;
  private final AuditChain chain;
  private final InstantSource clock;

  AuditChains(AuditStore store, AuditChain chain, InstantSource clock) {
    this.store = store;
    this.chain = chain;
    this.clock = clock;
  }

  /// Verifies the log of every workspace. Blocks.
  ///
  /// @param anchors what some chains were noted to be
  public Map<WorkspaceId, AuditChain.Outcome> verify(Map<WorkspaceId, AuditAnchor> anchors) {
    var workspaces = new LinkedHashSet<>(await(store.workspaces(call(NONE))));
    workspaces.addAll(anchors.keySet());
    var outcomes = new LinkedHashMap<WorkspaceId, AuditChain.Outcome>();
    for (var workspace : workspaces) {
      outcomes.put(workspace, chain.verify(call(workspace), anchors.get(workspace)));
    }
    return outcomes;
  }

  private Call call(WorkspaceId workspace) {
    return new Call("audit", new Caller.Parley(workspace), Deadline.after(clock, LIMIT));
  }

  private static <T> T await(Future<T> future) {
    try {
      return future.await(STEP_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new IllegalStateException("the database did not answer", e);
    }
  }
}
