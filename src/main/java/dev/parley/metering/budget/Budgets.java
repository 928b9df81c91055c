package dev.parley.metering.budget;

import dev.parley.call.Call;
import dev.parley.call.WorkspaceId;
import dev.parley.metering.usage.Subject;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What may be spent. Safe from any thread.
///
/// A budget is never overrun by what is kept for calls: a replica keeps only what it was granted,
/// and the sum of all grants stays below the limit. When the database is away, each goes on until
/// its slice is used up and refuses then.
public final class Budgets {
  private static final Escrow NOTHING = new Kept(List.of());

  private final Slice.Needs needs;
  private volatile Map<WorkspaceId, Map<Subject, List<Budget>>> known = Map.of();
  private final Map<UUID, Slice> slices = new ConcurrentHashMap<>();
  private final Collection<Slice> past = new ConcurrentLinkedQueue<>();

  Budgets(Slice.Needs needs) {
    this.needs = needs;
  }

  /// Whether any budget holds for the caller. Looks into memory only.
  public boolean applies(Call call) {
    var own = known.get(call.workspace());
    return own != null && Subject.of(call.caller()).stream().anyMatch(own::containsKey);
  }

  /// Keeps money of every budget that holds for the caller, or of none. Fails with
  /// [BudgetProblem.Exhausted], or with the database's failure when it is away. Complete at once
  /// when the slices in memory have it; otherwise it completes on the caller's Vert.x context, if
  /// there is one.
  ///
  /// @param nano the most that the call may cost; 0 needs no budget
  public Future<Escrow> reserve(Call call, long nano) {
    var own = known.get(call.workspace());
    if (own == null || nano <= 0) {
      return Future.succeededFuture(NOTHING);
    }
    var now = needs.clock().millis(); // once: it takes as long as all the rest
    var kept = new ArrayList<Future<Slice.Hold>>(4);
    var complete = true;
    for (var subject : Subject.of(call.caller())) {
      for (var budget : own.getOrDefault(subject, List.of())) {
        var hold = slice(budget, now).keep(nano, now);
        complete &= hold.succeeded();
        kept.add(hold);
      }
    }
    return complete
        ? Future.succeededFuture(new Kept(holds(kept)))
        : onContext(Vertx.currentContext(), all(kept));
  }

  /// All or nothing.
  private static Future<Escrow> all(List<Future<Slice.Hold>> kept) {
    return Future.join(kept)
        .<Escrow>map(_ -> new Kept(holds(kept)))
        .onFailure(
            _ -> kept.stream().filter(Future::succeeded).forEach(hold -> hold.result().settle(0)));
  }

  private static List<Slice.Hold> holds(List<Future<Slice.Hold>> kept) {
    var holds = new ArrayList<Slice.Hold>(kept.size());
    for (var one : kept) {
      holds.add(one.result());
    }
    return holds;
  }

  private static <T> Future<T> onContext(@Nullable Context context, Future<T> future) {
    if (context == null) {
      return future;
    }
    var promise = Promise.<T>promise();
    var _ =
        future.onComplete((result, failure) ->
            context.runOnContext(_ -> {
              if (failure == null) {
                promise.complete(result);
              } else {
                promise.fail(failure);
              }
            }));
    return promise.future();
  }

  private Slice slice(Budget budget, long now) {
    var found = slices.get(budget.id());
    return found != null && !found.isOver(now) ? found : open(budget, now);
  }

  private Slice open(Budget budget, long now) {
    return Objects.requireNonNull(
        slices.compute(
            budget.id(),
            (_, found) -> {
              if (found != null && !found.isOver(now)) {
                return found;
              }
              if (found != null) {
                past.add(found);
              }
              return new Slice(needs, budget, budget.window(Instant.ofEpochMilli(now)));
            }));
  }

  /// Takes over what the database says.
  void put(List<Budget> budgets) {
    var all = new HashMap<WorkspaceId, Map<Subject, List<Budget>>>();
    for (var budget : budgets) {
      all.computeIfAbsent(budget.workspace(), _ -> new HashMap<>())
          .computeIfAbsent(budget.subject(), _ -> new ArrayList<>())
          .add(budget);
    }
    known = all;
    var ids = budgets.stream().map(Budget::id).collect(Collectors.toSet());
    slices.forEach((id, slice) -> {
      if (!ids.contains(id) && slices.remove(id, slice)) {
        past.add(slice);
      }
    });
    slices().forEach(Slice::renew);
  }

  /// The slices of this replica, those of past periods too.
  List<Slice> slices() {
    var all = new ArrayList<>(slices.values());
    all.addAll(past);
    return all;
  }

  /// Forgets slices of past periods in which nothing is left to do.
  void forget() {
    past.removeIf(Slice::isEmpty);
  }
}
