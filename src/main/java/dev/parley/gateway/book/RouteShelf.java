package dev.parley.gateway.book;

import dev.parley.call.Call;
import dev.parley.call.Caller;
import dev.parley.call.Deadline;
import dev.parley.call.WorkspaceId;
import dev.parley.gateway.route.RouteBook;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/// The routes of every workspace in the memory of this process. A change is taken over whole: calls
/// under way go on with the routes they began with, and what is known of the health of targets that
/// stay is kept.
public final class RouteShelf implements RouteBook {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final WorkspaceId NONE = new WorkspaceId(new UUID(0, 0));

  private final BookStore store;
  private final MakeRoutes make;
  private final RouteBook otherwise;
  private final InstantSource clock;
  private volatile Map<WorkspaceId, Routes> routes = Map.of();

  /// @param otherwise the routes of workspaces that keep none
  RouteShelf(BookStore store, MakeRoutes make, RouteBook otherwise, InstantSource clock) {
    this.store = store;
    this.make = make;
    this.otherwise = otherwise;
    this.clock = clock;
  }

  @Override
  public Routes of(WorkspaceId workspace) {
    var own = routes.get(workspace);
    return own == null ? otherwise.of(workspace) : own;
  }

  /// Reads everything anew.
  public Future<Void> load() {
    var call = new Call("routes", new Caller.Parley(NONE), Deadline.after(clock, LIMIT));
    return store
        .all(call)
        .map(pages -> {
          var made = new HashMap<WorkspaceId, Routes>();
          pages.forEach((workspace, page) ->
              made.put(workspace, make.of(workspace, page, otherwise.of(workspace))));
          routes = Map.copyOf(made);
          return null;
        });
  }
}
