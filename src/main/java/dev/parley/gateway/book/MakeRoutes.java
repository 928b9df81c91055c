package dev.parley.gateway.book;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.parley.call.WorkspaceId;
import dev.parley.gateway.book.ProviderRow.KeyRow;
import dev.parley.gateway.book.RouteRow.TargetRow;
import dev.parley.gateway.route.Breakers;
import dev.parley.gateway.route.Lane;
import dev.parley.gateway.route.Route;
import dev.parley.gateway.route.RouteBook.Routes;
import dev.parley.gateway.route.Target;
import dev.parley.platform.config.Secret;
import dev.parley.platform.observe.Log;
import dev.parley.platform.seal.BrokenSealException;
import dev.parley.platform.seal.Place;
import dev.parley.platform.seal.Sealer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// Makes routes of rows. Breakers and loads belong to a provider's model and key, and are the same
/// ones each time.
final class MakeRoutes {
  private static final Log LOG = Log.of(MakeRoutes.class);

  private final Sealer sealer;
  private final Upstreams upstreams;
  private final Breakers breakers;
  private final Map<String, Target.Load> loads = new ConcurrentHashMap<>();

  MakeRoutes(Sealer sealer, Upstreams upstreams, Breakers breakers) {
    this.breakers = breakers;
    this.sealer = sealer;
    this.upstreams = upstreams;
  }

  /// Where a key is sealed to.
  static Place place(WorkspaceId workspace, UUID key) {
    return Book.KEYS.place(workspace, key);
  }

  /// The routes of a page, and those of the configuration behind them.
  Routes of(WorkspaceId workspace, Page page, Routes configured) {
    var providers = page.providers().stream().collect(toMap(ProviderRow::id, row -> row));
    var all = new LinkedHashMap<String, Route>();
    var standard = configured.standard();
    for (var row : page.routes()) {
      var route = route(workspace, row, providers);
      if (route.isPresent()) {
        all.put(row.name(), route.get());
        standard = row.standard() ? route.get() : standard;
      }
    }
    configured.all().forEach(route -> all.putIfAbsent(route.name(), route));
    return new Shelf(all, standard);
  }

  private Optional<Route> route(
      WorkspaceId workspace, RouteRow row, Map<UUID, ProviderRow> providers) {
    var tiers = new TreeMap<Integer, List<Target>>();
    row.targets().stream()
        .collect(groupingBy(TargetRow::tier))
        .forEach((tier, targets) -> {
          var made = new ArrayList<Target>();
          for (var target : targets) {
            target(workspace, target, requireNonNull(providers.get(target.provider())))
                .ifPresent(made::add);
          }
          if (!made.isEmpty()) {
            tiers.put(tier, made);
          }
        });
    var longContext = tiers.remove(RouteRow.LONG_CONTEXT);
    if (tiers.isEmpty()) {
      LOG.warning("a route has no target that can be asked", "route", row.name());
      return Optional.empty();
    }
    var options =
        new Route.Options(
            row.maxTokens(),
            Duration.ofSeconds(row.cacheSeconds()),
            row.embeddings(),
            row.resume());
    return Optional.of(
        new Route(
            row.name(),
            List.copyOf(tiers.values()),
            Optional.ofNullable(longContext).map(List::getFirst),
            options));
  }

  private Optional<Target> target(WorkspaceId workspace, TargetRow row, ProviderRow provider) {
    var id = provider.id() + "/" + row.model();
    var lanes = new ArrayList<Lane>();
    for (var key : provider.keys()) {
      open(workspace, key)
          .ifPresent(secret -> lanes.add(lane(id, provider, key.id(), key.label(), secret)));
    }
    if (provider.keys().isEmpty()) {
      lanes.add(lane(id, provider, provider.id(), "", new Secret("")));
    }
    return lanes.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Target(
                provider.name(),
                provider.kind().wireName(),
                row.model(),
                row.weight(),
                lanes,
                loads.computeIfAbsent(id, _ -> new Target.Load())));
  }

  private Lane lane(String target, ProviderRow provider, UUID key, String label, Secret secret) {
    var breaker = breakers.of(target + "#" + key);
    return new Lane(upstreams.open(provider.kind(), provider.baseUrl(), secret), label, breaker);
  }

  private Optional<Secret> open(WorkspaceId workspace, KeyRow key) {
    try {
      return Optional.of(new Secret(sealer.openText(key.sealed(), place(workspace, key.id()))));
    } catch (BrokenSealException e) {
      LOG.error("the key of a provider cannot be opened", e, "key", key.label());
      return Optional.empty();
    }
  }

  private record Shelf(Map<String, Route> byName, Route standard) implements Routes {
    Shelf {
      byName = Map.copyOf(byName);
    }

    @Override
    public Optional<Route> find(String name) {
      return Optional.ofNullable(byName.get(name));
    }

    @Override
    public Collection<Route> all() {
      return new TreeMap<>(byName).values();
    }
  }
}
