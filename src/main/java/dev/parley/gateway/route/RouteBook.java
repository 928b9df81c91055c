package dev.parley.gateway.route;

import dev.parley.call.WorkspaceId;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The routes of every workspace, as they are now. Answers at once; safe from any thread.
public interface RouteBook {

  /// The routes of one workspace.
  Routes of(WorkspaceId workspace);

  /// What a workspace's callers may ask for. A call keeps the routes it began with.
  interface Routes {

    /// The route of this name.
    Optional<Route> find(String name);

    /// The same, or another one where no name is given or none is called so.
    default Route named(@Nullable String name, Route otherwise) {
      return name == null ? otherwise : find(name).orElse(otherwise);
    }

    /// The route of the product's own questions.
    Route standard();

    /// All of them, by name.
    Collection<Route> all();
  }
}
