package dev.parley.metering.price;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Prices of one source. Of those that hold at a moment the one that was written down last is
/// right.
final class PriceList {
  static final PriceList EMPTY = new PriceList(List.of());

  private final List<Price> all;
  private final Map<UUID, Price> byId = new HashMap<>();
  private final Map<Model, List<Price>> byModel = new HashMap<>();

  /// @param prices in the order in which they were written down
  PriceList(List<Price> prices) {
    this.all = List.copyOf(prices);
    for (var price : all) {
      byId.put(price.id(), price);
      byModel
          .computeIfAbsent(new Model(price.provider(), price.model()), _ -> new ArrayList<>())
          .addFirst(price);
    }
  }

  Optional<Price> of(String provider, String model, Instant at) {
    for (var price : byModel.getOrDefault(new Model(provider, model), List.of())) {
      if (price.holdsAt(at)) {
        return Optional.of(price);
      }
    }
    return Optional.empty();
  }

  Optional<Price> byId(UUID id) {
    return Optional.ofNullable(byId.get(id));
  }

  List<Price> all() {
    return all;
  }

  private record Model(String provider, String name) {}
}
