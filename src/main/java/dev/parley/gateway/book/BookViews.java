package dev.parley.gateway.book;

import dev.parley.gateway.book.ProviderRow.KeyRow;
import dev.parley.gateway.route.Lane;
import dev.parley.gateway.route.Route;
import dev.parley.gateway.route.RouteBook;
import dev.parley.gateway.route.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Providers and routes as administrators see them.
final class BookViews {
  private BookViews() {}

  record All(List<ProviderView> providers, List<RouteView> routes) {}

  /// @param id null for one of the configuration
  record ProviderView(
      @Nullable UUID id, String name, String kind, String baseUrl, List<KeyView> keys) {
    static ProviderView of(ProviderRow row) {
      return new ProviderView(
          row.id(),
          row.name(),
          row.kind().wireName(),
          row.baseUrl(),
          row.keys().stream().map(KeyView::of).toList());
    }

    /// Its address and its key stay where they are kept.
    static ProviderView configured(Target target) {
      return new ProviderView(null, target.name(), target.vendor(), "", List.of());
    }
  }

  record KeyView(UUID id, String label, String hint, Instant createdAt) {
    static KeyView of(KeyRow row) {
      return new KeyView(row.id(), row.label(), row.hint(), row.createdAt());
    }
  }

  /// @param stored whether administrators keep it
  record RouteView(
      String name,
      boolean standard,
      boolean embeddings,
      long maxTokens,
      long cacheSeconds,
      boolean resume,
      boolean stored,
      List<TargetView> targets) {}

  record TargetView(
      int tier,
      String provider,
      @Nullable UUID providerId,
      String model,
      int weight,
      int inFlight,
      long latencyMs,
      List<LaneView> keys) {}

  record LaneView(String label, String state) {
    static LaneView of(Lane lane, long now) {
      return new LaneView(lane.key(), lane.breaker().state(now).name().toLowerCase(Locale.ROOT));
    }
  }

  static All all(Page page, RouteBook.Routes routes, long now) {
    var providers =
        page.providers().stream().collect(Collectors.toMap(ProviderRow::name, ProviderRow::id));
    var stored =
        page.routes().stream().collect(Collectors.toMap(RouteRow::name, Function.identity()));
    return new All(
        Stream.concat(
                page.providers().stream().map(ProviderView::of),
                configured(routes, providers.keySet()))
            .toList(),
        routes.all().stream()
            .map(route ->
                view(
                    route,
                    route.equals(routes.standard()),
                    stored.containsKey(route.name()),
                    providers,
                    now))
            .toList());
  }

  /// Providers that routes go to and that administrators do not keep.
  private static Stream<ProviderView> configured(RouteBook.Routes routes, Set<String> stored) {
    return routes.all().stream()
        .flatMap(route -> route.tiers().stream())
        .flatMap(List::stream)
        .filter(target -> !stored.contains(target.name()))
        .map(ProviderView::configured)
        .distinct();
  }

  static RouteView view(
      Route route, boolean standard, boolean stored, Map<String, UUID> providers, long now) {
    var targets = new ArrayList<TargetView>();
    for (var tier = 0; tier < route.tiers().size(); tier++) {
      for (var target : route.tiers().get(tier)) {
        targets.add(target(tier + 1, target, providers, now));
      }
    }
    route
        .longContext()
        .ifPresent(target -> targets.add(target(RouteRow.LONG_CONTEXT, target, providers, now)));
    var options = route.options();
    return new RouteView(
        route.name(),
        standard,
        options.embeddings(),
        options.maxTokens(),
        options.cacheTtl().toSeconds(),
        options.resume(),
        stored,
        targets);
  }

  private static TargetView target(int tier, Target target, Map<String, UUID> providers, long now) {
    return new TargetView(
        tier,
        target.name(),
        providers.get(target.name()),
        target.model(),
        target.weight(),
        target.load().inFlight(),
        Math.round(target.load().latencyMs()),
        target.lanes().stream().map(lane -> LaneView.of(lane, now)).toList());
  }
}
