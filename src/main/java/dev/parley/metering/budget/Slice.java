package dev.parley.metering.budget;

import dev.parley.call.Call;
import dev.parley.call.Caller;
import dev.parley.call.Deadline;
import dev.parley.metering.budget.LeaseStore.Place;
import dev.parley.metering.budget.LeaseStore.Taken;
import dev.parley.platform.http.HttpProblem;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.observe.Log;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One period of one budget, as this replica has it. Whoever comes is served from the lease in
/// memory; when that has not enough, all who come queue up, in order, while one request at a time
/// goes to the database. Safe from any thread.
final class Slice {
  private static final Log LOG = Log.of(Slice.class);
  private static final int MOST_WAITING = 10_000;
  private static final Duration LIMIT = Duration.ofSeconds(4);

  /// How long a refusal is believed, so that those who come again and again cost nothing.
  private static final long BELIEVED_MILLIS = 250;

  /// What others keep unused comes back about as soon.
  private static final Duration OTHERS = Duration.ofSeconds(2);

  private final Needs needs;
  private final Budget budget;
  private final Period.Window window;
  private final Place place;
  private final Deque<Waiter> waiters = new ArrayDeque<>();
  private final List<Lease> ending = new ArrayList<>();
  private @Nullable Lease lease;
  private @Nullable Refusal refusal;
  private final List<Promise<Void>> quiet = new ArrayList<>();
  private boolean working;
  private boolean returning;
  private long lastUsed;

  Slice(Needs needs, Budget budget, Period.Window window) {
    this.needs = needs;
    this.budget = budget;
    this.window = window;
    this.place = new Place(budget.workspace(), budget.id(), window.start(), window.end());
    this.lastUsed = needs.clock().millis();
  }

  boolean isOver(long nowMillis) {
    return window.isOver(nowMillis);
  }

  /// Keeps money for a call. Fails with [BudgetProblem.Exhausted], or with the database's failure
  /// when nobody knows.
  ///
  /// @param now in milliseconds
  Future<Hold> keep(long nano, long now) {
    Promise<Hold> kept;
    synchronized (this) {
      lastUsed = now;
      if (waiters.isEmpty()) {
        var hold = take(nano, now);
        if (hold != null) {
          return Future.succeededFuture(hold);
        }
        if (refusal != null && now < refusal.until() && nano >= refusal.nano()) {
          return Future.failedFuture(refusal.problem());
        }
      }
      if (waiters.size() >= MOST_WAITING) {
        return Future.failedFuture(new HttpProblem.Overloaded());
      }
      kept = Promise.promise();
      waiters.add(new Waiter(nano, kept));
    }
    work();
    return kept.future();
  }

  /// A call has ended.
  void settle(Lease of, long kept, long cost) {
    synchronized (this) {
      of.settle(kept, cost);
      if (waiters.isEmpty() && of.free() >= 0) {
        return;
      }
    }
    work();
  }

  /// Gives back what nobody asked for lately.
  void rest(Duration idle) {
    synchronized (this) {
      var now = needs.clock().millis();
      if (!isOver(now) && now - lastUsed < idle.toMillis()) {
        return;
      }
      returning = true;
    }
    work();
  }

  /// What is known of the budget is not true any more.
  void renew() {
    synchronized (this) {
      refusal = null;
      returning = true;
    }
    work();
  }

  /// Gives back what no call needs, for good. Completes when that is done or has failed.
  Future<Void> end() {
    Promise<Void> ended;
    synchronized (this) {
      returning = true;
      if (lease == null && !working) {
        return Future.succeededFuture();
      }
      ended = Promise.promise();
      quiet.add(ended);
    }
    work();
    return ended.future();
  }

  /// Leases that have to be kept alive.
  synchronized List<Lease> leases() {
    var now = needs.clock().millis();
    var all = new ArrayList<Lease>();
    if (lease != null && (lease.isGood(now) || lease.isBusy())) {
      all.add(lease);
    }
    ending.removeIf(one -> !one.isBusy());
    all.addAll(ending);
    all.removeIf(Lease::isLost);
    return all;
  }

  /// What came of keeping a lease alive.
  synchronized void renewed(Lease of, boolean alive, long until) {
    if (alive) {
      of.renewed(until);
    } else {
      of.lose();
    }
  }

  /// Whether nothing is left to do.
  synchronized boolean isEmpty() {
    ending.removeIf(one -> !one.isBusy());
    return lease == null && ending.isEmpty() && waiters.isEmpty() && !working;
  }

  private @Nullable Hold take(long nano, long now) {
    return lease != null && lease.keep(nano, now) ? new Hold(this, lease, nano) : null;
  }

  /// Serves who can be served and takes the next step, until there is none.
  private void work() {
    var served = new ArrayList<Runnable>();
    Step step;
    synchronized (this) {
      serve(served);
      step = working ? null : next();
      working |= step != null;
      if (!working) {
        quiet.forEach(one -> served.add(() -> one.complete()));
        quiet.clear();
      }
    }
    served.forEach(Runnable::run);
    if (step != null) {
      var _ =
          step.run()
              .onComplete(_ -> {
                synchronized (this) {
                  working = false;
                }
                work();
              });
    }
  }

  private void serve(List<Runnable> served) {
    var now = needs.clock().millis();
    while (!waiters.isEmpty()) {
      var first = waiters.element();
      var hold = take(first.nano(), now);
      if (hold == null) {
        return;
      }
      var _ = waiters.remove();
      served.add(() -> first.kept().complete(hold));
    }
  }

  /// The most urgent thing to tell the database.
  private @Nullable Step next() {
    var now = needs.clock().millis();
    if (lease != null && !lease.isGood(now)) {
      part(lease);
    }
    if (lease != null && lease.free() < 0) {
      return move(lease);
    }
    if (!waiters.isEmpty()) {
      return fetch(waiters.element().nano(), now);
    }
    if (!returning) {
      return null;
    }
    if (lease != null && lease.free() > 0) {
      return move(lease);
    }
    returning = false;
    return lease == null || lease.isBusy() ? null : close(lease);
  }

  private Step fetch(long nano, long now) {
    if (lease == null) {
      lease = new Lease(needs.ids().next());
    }
    var asking = lease;
    var until = needs.goodUntil(now);
    return () ->
        needs
            .store()
            .take(call(), budget, place, asking.id(), nano, needs.config().lease())
            .onSuccess(taken -> taken(asking, taken, nano, until))
            .onFailure(failure -> notTaken(asking, failure))
            .<Void>mapEmpty()
            .otherwiseEmpty();
  }

  private void taken(Lease asking, Taken taken, long nano, long until) {
    var refused = new ArrayList<Waiter>();
    BudgetProblem problem;
    synchronized (this) {
      switch (taken) {
        case Taken.Slice(var granted) -> {
          asking.add(granted, until);
          return;
        }
        case Taken.Nothing nothing -> {
          problem = new BudgetProblem.Exhausted(wait(nothing, nano));
          refusal = new Refusal(nano, needs.clock().millis() + BELIEVED_MILLIS, problem);
          waiters.removeIf(waiter -> waiter.nano() >= nano && refused.add(waiter));
          returning = true;
        }
      }
    }
    refused.forEach(waiter -> waiter.kept().fail(problem));
  }

  /// Until there may be money again: soon, when it is only kept for others.
  private @Nullable Duration wait(Taken.Nothing nothing, long nano) {
    if (nothing.used() + nano <= nothing.limit()) {
      return OTHERS;
    }
    var end = window.end();
    return end == null ? null : Duration.between(needs.clock().instant(), end);
  }

  /// Nobody knows what the lease has: it is used no more, and comes back when it is over.
  private void notTaken(Lease asking, Throwable failure) {
    var failed = new ArrayList<Waiter>();
    synchronized (this) {
      part(asking);
      if (failure instanceof LeaseStore.Lost) {
        asking.lose();
        return; // those who wait are served from another one
      }
      failed.addAll(waiters);
      waiters.clear();
    }
    failed.forEach(waiter -> waiter.kept().fail(failure));
  }

  private Step move(Lease from) {
    var nano = from.empty();
    return () ->
        needs
            .store()
            .giveBack(call(), place, from.id(), nano)
            .recover(failure -> {
              LOG.warning("a budget's money comes back late", "lease", from, "cause", failure);
              synchronized (this) {
                part(from);
              }
              return Future.succeededFuture();
            });
  }

  private Step close(Lease of) {
    return () ->
        needs
            .store()
            .close(call(), place, of.id())
            .onSuccess(closed -> {
              synchronized (this) {
                if (closed) {
                  of.lose();
                }
                part(of);
              }
            })
            .<Void>mapEmpty()
            .otherwiseEmpty();
  }

  private void part(Lease from) {
    if (from.equals(lease)) {
      lease = null;
      if (from.isBusy()) {
        ending.add(from);
      }
    }
  }

  private Call call() {
    return new Call(
        "budgets", new Caller.Parley(budget.workspace()), Deadline.after(needs.clock(), LIMIT));
  }

  /// What every slice works with.
  record Needs(LeaseStore store, BudgetConfig config, Ids ids, InstantSource clock) {
    /// Until when a lease that is asked for now is good for sure.
    long goodUntil(long nowMillis) {
      return nowMillis + config.lease().minus(config.margin()).toMillis();
    }
  }

  /// Something to tell the database; never fails.
  @FunctionalInterface
  private interface Step {
    Future<Void> run();
  }

  private record Waiter(long nano, Promise<Hold> kept) {}

  /// @param until in milliseconds
  private record Refusal(long nano, long until, BudgetProblem problem) {}

  /// Money that is kept for one call.
  record Hold(Slice slice, Lease lease, long nano) {
    void settle(long cost) {
      slice.settle(lease, nano, cost);
    }
  }

  @Override
  public synchronized String toString() {
    return "%s from %s: %s".formatted(budget.name(), window.start(), lease);
  }
}
