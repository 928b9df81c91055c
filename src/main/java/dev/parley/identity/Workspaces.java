package dev.parley.identity;

import dev.parley.call.Call;
import dev.parley.call.WorkspaceId;
import dev.parley.platform.postgres.Database;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What callers may know of their workspace.
public final class Workspaces {
  private final IdentityStore store;
  private final WorkspaceSettings settings;

  Workspaces(IdentityStore store, WorkspaceSettings settings) {
    this.store = store;
    this.settings = settings;
  }

  /// Those of a database, without the rest of the part.
  public static Workspaces in(Database database) {
    return new Workspaces(new IdentityStore(database), WorkspaceSettings.FIXED);
  }

  /// The caller's workspace.
  public Future<Workspace> of(Call call) {
    return store
        .workspace(call)
        .map(row -> {
          var name = settings.name().in(call);
          return new Workspace(
              name.isEmpty() ? row.name() : name,
              settings.accent().in(call),
              row.hasOwner(),
              row.callerName());
        });
  }

  /// The people of the caller's workspace who have these ids.
  public Future<Map<UUID, Known>> known(Call call, List<UUID> ids) {
    return store.known(call, ids);
  }

  /// Every workspace there is. For upkeep without a server.
  public static Future<List<WorkspaceId>> all(Call call, Database database) {
    return new IdentityStore(database).workspaces(call);
  }

  /// Somebody of a workspace.
  public record Known(String name, String email) {}

  /// A workspace.
  ///
  /// @param accent the colour of its pages
  /// @param hasOwner whether it was set up
  /// @param callerName of the person who looks, or who made the key
  public record Workspace(
      String name, String accent, boolean hasOwner, Optional<String> callerName) {}

  /// A workspace as it is stored.
  record Stored(String name, boolean hasOwner, Optional<String> callerName) {}
}
