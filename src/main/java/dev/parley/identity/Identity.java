package dev.parley.identity;

import dev.parley.call.Call;
import dev.parley.call.Caller;
import dev.parley.call.Deadline;
import dev.parley.call.WorkspaceId;
import dev.parley.platform.http.RouteGroup;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.postgres.Database;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The door of identity.
///
/// @param workspace the first workspace, made at the first start
public record Identity(
    WorkspaceId workspace, Callers callers, Setup setup, Workspaces workspaces, RouteGroup routes) {
  private static final Duration START_LIMIT = Duration.ofSeconds(30);
  private static final WorkspaceId NONE = new WorkspaceId(new UUID(0, 0));

  /// Opens identity on a migrated database. Blocks; called once, from the main thread.
  public static Identity of(
      IdentityConfig config, Database database, Ids ids, InstantSource clock) {
    var store = new IdentityStore(database);
    var start = new Call("start", new Caller.Parley(NONE), Deadline.after(clock, START_LIMIT));
    var workspace = first(store, start, ids, clock);
    var setup = new Setup(store, ids, clock);
    return new Identity(
        workspace,
        new Callers(store, config.anonymousAccess(), workspace),
        setup,
        new Workspaces(store),
        new IdentityRoutes(setup, workspace));
  }

  private static WorkspaceId first(IdentityStore store, Call call, Ids ids, InstantSource clock) {
    try {
      return store
          .firstWorkspace(call, ids.next(), "Parley", clock.instant())
          .await(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new IllegalStateException("the database did not answer", e);
    }
  }
}
