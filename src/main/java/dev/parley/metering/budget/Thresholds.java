package dev.parley.metering.budget;

import dev.parley.call.Call;
import dev.parley.call.Caller;
import dev.parley.call.Deadline;
import dev.parley.call.WorkspaceId;
import dev.parley.metering.budget.ThresholdStore.Reached;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/// Tells when a half, four fifths or all of a budget is spent.
final class Thresholds {
  private static final List<Integer> PERCENT = List.of(50, 80, 100);
  private static final Duration LIMIT = Duration.ofSeconds(4);
  private static final WorkspaceId NONE = new WorkspaceId(new UUID(0, 0));

  private final ThresholdStore store;
  private final InstantSource clock;

  Thresholds(ThresholdStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  Future<Void> tell() {
    return store
        .reached(call(NONE))
        .compose(all -> Future.join(all.stream().map(this::tell).toList()).mapEmpty());
  }

  private Future<Void> tell(Reached reached) {
    var told = Future.<Void>succeededFuture();
    for (var percent : PERCENT) {
      if (percent > reached.told() && reached.spent() >= share(reached, percent)) {
        told =
            told.compose(
                _ -> store.tell(call(reached.workspace()), reached, percent, clock.instant()));
      }
    }
    return told;
  }

  /// Rounded up, in whole nano-dollars.
  private static long share(Reached reached, int percent) {
    return reached.limit() / 100 * percent + (reached.limit() % 100 * percent + 99) / 100;
  }

  private Call call(WorkspaceId workspace) {
    return new Call("budgets", new Caller.Parley(workspace), Deadline.after(clock, LIMIT));
  }
}
