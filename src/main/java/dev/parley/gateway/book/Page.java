package dev.parley.gateway.book;

import java.util.List;

/// What one workspace keeps.
record Page(List<ProviderRow> providers, List<RouteRow> routes) {
  Page {
    providers = List.copyOf(providers);
    routes = List.copyOf(routes);
  }
}
