package dev.parley.gateway.model;

import dev.parley.call.WorkspaceId;
import dev.parley.gateway.route.Route;
import dev.parley.gateway.route.RouteBook;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// A book with one page.
record OneRoute(Route standard) implements RouteBook, RouteBook.Routes {
  @Override
  public Routes of(WorkspaceId workspace) {
    return this;
  }

  @Override
  public Optional<Route> find(String name) {
    return Optional.of(standard).filter(route -> route.name().equals(name));
  }

  @Override
  public Collection<Route> all() {
    return List.of(standard);
  }
}
