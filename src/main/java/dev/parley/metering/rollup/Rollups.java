package dev.parley.metering.rollup;

import dev.parley.call.Call;
import dev.parley.metering.rollup.RollupStore.Point;
import io.vertx.core.Future;
import java.util.List;

/// How much was used. Figures are those of the ledger, to the moment.
public final class Rollups {
  private static final int MOST = 20_000;

  private final RollupStore store;

  public Rollups(RollupStore store) {
    this.store = store;
  }

  /// Sums by bucket and name, in this order; buckets without use are left out.
  public Future<List<Point>> points(Call call, UsageQuery query) {
    return store.series(call, query, MOST);
  }
}
