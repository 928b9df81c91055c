package dev.parley.metering.price;

import dev.parley.call.Call;
import dev.parley.call.Caller;
import dev.parley.call.Deadline;
import dev.parley.call.WorkspaceId;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;

/// Keeps [Prices] as they are in the database.
final class PriceMemory {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final WorkspaceId NONE = new WorkspaceId(new UUID(0, 0));

  private final PriceStore store;
  private final Prices prices;
  private final InstantSource clock;

  PriceMemory(PriceStore store, Prices prices, InstantSource clock) {
    this.store = store;
    this.prices = prices;
    this.clock = clock;
  }

  Future<Void> load() {
    return store.all(call()).onSuccess(prices::put).mapEmpty();
  }

  private Call call() {
    return new Call("prices", new Caller.Parley(NONE), Deadline.after(clock, LIMIT));
  }
}
