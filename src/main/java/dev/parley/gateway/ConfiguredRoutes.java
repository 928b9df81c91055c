package dev.parley.gateway;

import dev.parley.call.WorkspaceId;
import dev.parley.gateway.route.Breakers;
import dev.parley.gateway.route.Lane;
import dev.parley.gateway.route.Route;
import dev.parley.gateway.route.RouteBook;
import dev.parley.gateway.route.Target;
import dev.parley.gateway.spi.Provider;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// The one route that the configuration makes, the same in every workspace: the model, and behind
/// it the one that is tried when it fails.
final class ConfiguredRoutes implements RouteBook {
  private final Routes routes;

  ConfiguredRoutes(GatewayConfig config, Provider provider, Breakers breakers) {
    routes = new One(route(config, provider, breakers));
  }

  @Override
  public Routes of(WorkspaceId workspace) {
    return routes;
  }

  private static Route route(GatewayConfig config, Provider provider, Breakers breakers) {
    var chooses = config.hasModels();
    var first = target(provider, chooses ? config.modelName() : provider.name(), breakers);
    var tiers =
        chooses && !config.fallbackModel().isEmpty()
            ? List.of(List.of(first), List.of(target(provider, config.fallbackModel(), breakers)))
            : List.of(List.of(first));
    var options = new Route.Options(config.maxTokens(), config.cacheTtl(), false);
    return new Route(first.model(), tiers, Optional.empty(), options);
  }

  private static Target target(Provider provider, String model, Breakers breakers) {
    var breaker = breakers.of("configured/" + provider.name() + "/" + model);
    var lanes = List.of(new Lane(provider, "", breaker));
    return new Target(provider.name(), provider.name(), model, 1, lanes, new Target.Load());
  }

  private record One(Route standard) implements Routes {
    @Override
    public Optional<Route> find(String name) {
      return name.equals(standard.name()) ? Optional.of(standard) : Optional.empty();
    }

    @Override
    public Collection<Route> all() {
      return List.of(standard);
    }
  }
}
