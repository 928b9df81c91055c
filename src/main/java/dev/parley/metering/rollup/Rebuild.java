package dev.parley.metering.rollup;

import dev.parley.call.Call;
import dev.parley.call.Caller;
import dev.parley.call.WorkspaceId;
import dev.parley.platform.postgres.Database;
import io.vertx.core.Future;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes the sums anew from the ledger.
public final class Rebuild {
  private final RollupStore store;

  private Rebuild(RollupStore store) {
    this.store = store;
  }

  /// @param database that lets a statement take as long as that may need
  public static Rebuild of(Database database) {
    return new Rebuild(new RollupStore(database));
  }

  /// Of every workspace, one after the other.
  ///
  /// @return how many sums each has
  public Future<Map<WorkspaceId, Integer>> all(Call call) {
    var counts = new LinkedHashMap<WorkspaceId, Integer>();
    return store.workspaces(call).compose(workspaces -> next(call, workspaces, counts));
  }

  private Future<Map<WorkspaceId, Integer>> next(
      Call call, List<WorkspaceId> left, Map<WorkspaceId, Integer> counts) {
    if (left.isEmpty()) {
      return Future.succeededFuture(counts);
    }
    var workspace = left.getFirst();
    var own = new Call(call.id(), new Caller.Parley(workspace), call.deadline());
    return store
        .rebuild(own)
        .compose(sums -> {
          counts.put(workspace, sums);
          return next(call, left.subList(1, left.size()), counts);
        });
  }
}
