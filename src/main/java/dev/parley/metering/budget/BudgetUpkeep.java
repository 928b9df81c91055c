package dev.parley.metering.budget;

import dev.parley.call.Call;
import dev.parley.call.Caller;
import dev.parley.call.Deadline;
import dev.parley.call.WorkspaceId;
import dev.parley.metering.budget.LeaseStore.Place;
import dev.parley.platform.observe.Log;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.UUID;

/// What has to be done about leases from time to time. Lives on one event loop.
final class BudgetUpkeep {
  private static final Log LOG = Log.of(BudgetUpkeep.class);
  private static final Duration LIMIT = Duration.ofSeconds(4);
  private static final WorkspaceId NONE = new WorkspaceId(new UUID(0, 0));

  private final Budgets budgets;
  private final Slice.Needs needs;
  private final Thresholds thresholds;
  private final InstantSource clock;
  private boolean beating;

  BudgetUpkeep(Budgets budgets, Slice.Needs needs, Thresholds thresholds, InstantSource clock) {
    this.budgets = budgets;
    this.needs = needs;
    this.thresholds = thresholds;
    this.clock = clock;
  }

  /// Gives back what is not used.
  void rest() {
    budgets.slices().forEach(slice -> slice.rest(needs.config().idle()));
    budgets.forget();
  }

  /// Keeps the leases alive, ends those that nobody keeps alive, and tells thresholds. Never fails;
  /// one at a time.
  void beat() {
    if (beating) {
      return;
    }
    beating = true;
    var _ =
        renew()
            .eventually(this::reclaim)
            .eventually(thresholds::tell)
            .onFailure(e -> LOG.debug("budgets cannot be kept up", "cause", e))
            .onComplete(_ -> beating = false);
  }

  /// Gives everything back that no call needs.
  Future<Void> end() {
    var given = new ArrayList<Future<Void>>();
    budgets.slices().forEach(slice -> given.add(slice.end()));
    return Future.join(given).<Void>mapEmpty().otherwiseEmpty();
  }

  void forget() {
    var _ =
        needs.store().forget(call(NONE)).onFailure(e -> LOG.debug("old leases stay", "cause", e));
  }

  private Future<Void> renew() {
    var held = new ArrayList<Held>();
    for (var slice : budgets.slices()) {
      slice.leases().forEach(lease -> held.add(new Held(slice, lease)));
    }
    if (held.isEmpty()) {
      return Future.succeededFuture();
    }
    var until = needs.goodUntil(needs.clock().millis());
    var ids = held.stream().map(one -> one.lease().id()).toList();
    return needs
        .store()
        .renew(call(NONE), ids, needs.config().lease())
        .onSuccess(alive ->
            held.forEach(
                one -> one.slice().renewed(one.lease(), alive.contains(one.lease().id()), until)))
        .mapEmpty();
  }

  private Future<Void> reclaim() {
    return needs
        .store()
        .expired(call(NONE))
        .compose(places -> Future.join(places.stream().map(this::reclaim).toList()).mapEmpty());
  }

  private Future<Void> reclaim(Place place) {
    return needs
        .store()
        .reclaim(call(place.workspace()), place)
        .onSuccess(_ -> LOG.info("leases of a budget have expired", "budget", place.budget()));
  }

  private Call call(WorkspaceId workspace) {
    return new Call("budgets", new Caller.Parley(workspace), Deadline.after(clock, LIMIT));
  }

  private record Held(Slice slice, Lease lease) {}
}
