package dev.parley.metering.price;

import dev.parley.call.WorkspaceId;
import dev.parley.platform.ids.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/// What each model costs: the workspace's own prices first, then those that Parley brings along.
/// Held in memory, so asking never waits. Safe from any thread.
public final class Prices {
  /// They run on machines of one's own.
  private static final Set<String> FREE = Set.of("local", "extractive", "mock", "ollama");

  private static final Pattern DATED = Pattern.compile("(.+)-(\\d{4}-\\d{2}-\\d{2}|\\d{8})");
  private static final UUID SPACE = new UUID(0x7061_726c_6579_8000L, 0x8000_0000_7072_6963L);

  private volatile Map<WorkspaceId, PriceList> own = Map.of();
  private final PriceList seed;

  private Prices(PriceList seed) {
    this.seed = seed;
  }

  /// Those of the resource alone.
  public static Prices seeded() {
    return new Prices(SeedPrices.read());
  }

  /// The price of a model at some time, as far as is known now; empty when nobody knows it. A name
  /// that ends in a date stands for the name without, where it has no price of its own.
  public Optional<Price> of(WorkspaceId workspace, String provider, String model, Instant at) {
    if (FREE.contains(provider)) {
      return Optional.of(free(provider, model));
    }
    var exact = exact(workspace, provider, model, at);
    if (exact.isPresent()) {
      return exact;
    }
    var dated = DATED.matcher(model);
    return dated.matches() ? exact(workspace, provider, dated.group(1), at) : Optional.empty();
  }

  /// The price with this id, whether it holds or not; empty for those that are free.
  public Optional<Price> byId(WorkspaceId workspace, UUID id) {
    return own.getOrDefault(workspace, PriceList.EMPTY).byId(id).or(() -> seed.byId(id));
  }

  /// Those that Parley brings along.
  List<Price> seed() {
    return seed.all();
  }

  private Optional<Price> exact(WorkspaceId workspace, String provider, String model, Instant at) {
    return own.getOrDefault(workspace, PriceList.EMPTY)
        .of(provider, model, at)
        .or(() -> seed.of(provider, model, at));
  }

  void put(Map<WorkspaceId, PriceList> lists) {
    own = Map.copyOf(lists);
  }

  private static Price free(String provider, String model) {
    var id = Ids.named(SPACE, "free/" + provider);
    return new Price(id, provider, model, PerMillion.NOTHING, 0, Instant.EPOCH, null, "free");
  }
}
