package dev.parley.gateway.route;

import dev.parley.call.WorkspaceId;
import java.util.Collection;
import java.util.Optional;

/// The routes of every workspace, as they are now. Answers at once; safe from any thread.
public interface RouteBook {

  /// The routes of one workspace.
  Routes of(WorkspaceId workspace);

  /// What a workspace's callers may ask for. A call keeps the routes it began with.
  interface Routes {

    /// The route of this name.
    Optional<Route> find(String name);

    /// The route of the product's own questions.
    Route standard();

    /// All of them, by name.
    Collection<Route> all();
  }
}
