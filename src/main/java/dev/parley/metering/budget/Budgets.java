package dev.parley.metering.budget;

import dev.parley.call.Call;
import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;

/// What may be spent. Safe from any thread.
public final class Budgets {

  /// Whether any budget holds for the caller. Looks into memory only.
  public boolean applies(Call call) {
    return false;
  }

  /// Keeps money of every budget that holds for the caller, or of none. Fails with
  /// [BudgetProblem.Exhausted]. Complete at once when the slices in memory have it.
  public Future<Escrow> reserve(Call call, long nano) {
    return Future.succeededFuture(NOTHING);
  }

  private static final Escrow NOTHING =
      new Escrow() {
        @Override
        public void settle(long actualNano) {}

        @Override
        public void release() {}

        @Override
        public List<UUID> leases() {
          return List.of();
        }
      };
}
