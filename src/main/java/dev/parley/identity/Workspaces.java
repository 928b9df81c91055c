package dev.parley.identity;

import dev.parley.call.Call;
import dev.parley.call.WorkspaceId;
import dev.parley.platform.postgres.Database;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/// What callers may know of their workspace.
public final class Workspaces {
  private final IdentityStore store;

  Workspaces(IdentityStore store) {
    this.store = store;
  }

  /// The caller's workspace.
  public Future<Workspace> of(Call call) {
    return store.workspace(call);
  }

  /// Every workspace there is. For upkeep without a server.
  public static Future<List<WorkspaceId>> all(Call call, Database database) {
    return new IdentityStore(database).workspaces(call);
  }

  /// A workspace.
  ///
  /// @param hasOwner whether it was set up
  /// @param callerName of the person who looks, or who made the key
  public record Workspace(String name, boolean hasOwner, Optional<String> callerName) {}
}
