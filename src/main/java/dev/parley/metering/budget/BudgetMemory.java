package dev.parley.metering.budget;

import dev.parley.call.Call;
import dev.parley.call.Caller;
import dev.parley.call.Deadline;
import dev.parley.call.WorkspaceId;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;

/// Keeps [Budgets] as they are in the database.
final class BudgetMemory {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final WorkspaceId NONE = new WorkspaceId(new UUID(0, 0));

  private final BudgetStore store;
  private final Budgets budgets;
  private final InstantSource clock;

  BudgetMemory(BudgetStore store, Budgets budgets, InstantSource clock) {
    this.store = store;
    this.budgets = budgets;
    this.clock = clock;
  }

  Future<Void> load() {
    var call = new Call("budgets", new Caller.Parley(NONE), Deadline.after(clock, LIMIT));
    return store.all(call).onSuccess(budgets::put).mapEmpty();
  }
}
