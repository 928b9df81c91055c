package dev.parley.metering.budget;

import dev.parley.call.Call;
import dev.parley.control.audit.AuditAction;
import dev.parley.control.audit.AuditEvent;
import dev.parley.control.change.Changes;
import dev.parley.metering.budget.BudgetStore.State;
import dev.parley.metering.rollup.Rollups;
import dev.parley.metering.rollup.UsageQuery;
import dev.parley.metering.rollup.UsageQuery.By;
import dev.parley.metering.rollup.UsageQuery.Grain;
import dev.parley.metering.usage.Subject;
import dev.parley.platform.http.Answer;
import dev.parley.platform.http.HttpProblem;
import dev.parley.platform.http.Problem.Offence;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.RouteGroup;
import dev.parley.platform.ids.Ids;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Operations on budgets.
final class BudgetRoutes implements RouteGroup {
  private final BudgetStore store;
  private final Rollups rollups;
  private final Changes changes;
  private final Ids ids;
  private final InstantSource clock;

  BudgetRoutes(BudgetStore store, Rollups rollups, Changes changes, Ids ids, InstantSource clock) {
    this.store = store;
    this.rollups = rollups;
    this.changes = changes;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public void addTo(Operations operations) {
    operations.on("listBudgets", this::list);
    operations.on("createBudget", this::create);
    operations.on("getBudget", this::get);
    operations.on("changeBudget", this::change);
    operations.on("deleteBudget", this::delete);
  }

  private Future<Answer> list(Request request) {
    return store
        .states(request.call(), clock.instant(), null)
        .map(states -> Answer.json(new All(states.stream().map(BudgetView::of).toList())));
  }

  private Future<Answer> create(Request request) {
    var call = request.call();
    var budget = budget(call, request.body(Wanted.class));
    var event =
        AuditEvent.of(
            AuditAction.BUDGET_ADDED,
            target(budget.id()),
            Map.of(
                "name", budget.name(),
                "subject",
                    (budget.subject().kind().wireName() + " " + budget.subject().id()).strip(),
                "period", budget.period().wireName(),
                "limit_nano", Long.toString(budget.limitNano())));
    return store
        .insert(call, budget, event)
        .compose(_ -> changes.look())
        .compose(_ -> state(call, budget.id()))
        .map(state -> Answer.created(BudgetView.of(state)));
  }

  private Budget budget(Call call, Wanted wanted) {
    var kind = Subject.Kind.of(wanted.subject());
    var id = Objects.requireNonNullElse(wanted.subjectId(), "").strip();
    if ((kind == Subject.Kind.WORKSPACE) != id.isEmpty()) {
      var detail = id.isEmpty() ? "must name the user or the key" : "the workspace needs no name";
      throw new HttpProblem.Invalid(
          "There cannot be such a budget.", List.of(new Offence("/subject_id", detail)));
    }
    return new Budget(
        call.workspace(),
        ids.next(),
        wanted.name().strip(),
        new Subject(kind, id),
        Period.of(wanted.period()),
        wanted.limitNano(),
        clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  /// With what was spent so far, bucket by bucket.
  private Future<Answer> get(Request request) {
    var call = request.call();
    return state(call, request.pathId("budget_id"))
        .compose(state ->
            rollups
                .points(call, query(state))
                .map(points ->
                    Answer.json(
                        new Detail(
                            BudgetView.of(state),
                            points.stream()
                                .map(point -> new Spent(point.at(), point.sums().costNano()))
                                .toList()))));
  }

  private UsageQuery query(State state) {
    var budget = state.budget();
    var grain = budget.period() == Period.DAY ? Grain.HOUR : Grain.DAY;
    var end = Objects.requireNonNullElse(state.window().end(), clock.instant());
    return UsageQuery.of(budget.subject(), state.window().start(), end, grain, By.WORKSPACE);
  }

  private Future<Answer> change(Request request) {
    var call = request.call();
    var id = request.pathId("budget_id");
    var wanted = request.body(Changed.class);
    var detail = new TreeMap<String, String>();
    if (wanted.name() != null) {
      detail.put("name", wanted.name());
    }
    if (wanted.limitNano() != null) {
      detail.put("limit_nano", wanted.limitNano().toString());
    }
    var event = AuditEvent.of(AuditAction.BUDGET_CHANGED, target(id), detail);
    return store
        .change(call, id, wanted.name(), wanted.limitNano(), event)
        .compose(BudgetRoutes::found)
        .compose(_ -> changes.look())
        .compose(_ -> state(call, id))
        .map(state -> Answer.json(BudgetView.of(state)));
  }

  private Future<Answer> delete(Request request) {
    var id = request.pathId("budget_id");
    var event = AuditEvent.of(AuditAction.BUDGET_DELETED, target(id));
    return store
        .delete(request.call(), id, clock.instant(), event)
        .compose(BudgetRoutes::found)
        .compose(_ -> changes.look())
        .map(_ -> Answer.noContent());
  }

  private Future<State> state(Call call, UUID id) {
    return store
        .states(call, clock.instant(), id)
        .compose(
            states -> states.isEmpty() ? notFound() : Future.succeededFuture(states.getFirst()));
  }

  private static Future<Void> found(boolean found) {
    return found ? Future.succeededFuture() : notFound();
  }

  private static <T> Future<T> notFound() {
    return Future.failedFuture(new HttpProblem.NotFound("There is no such budget."));
  }

  private static String target(UUID id) {
    return "budget:" + id;
  }

  private record Wanted(
      String name, String subject, @Nullable String subjectId, String period, long limitNano) {}

  private record Changed(@Nullable String name, @Nullable Long limitNano) {}

  private record All(List<BudgetView> budgets) {}

  private record Detail(BudgetView budget, List<Spent> series) {}

  private record Spent(Instant at, long costNano) {}

  private record BudgetView(
      UUID id,
      String name,
      String subject,
      String subjectId,
      String period,
      long limitNano,
      long spentNano,
      long leasedNano,
      long remainingNano,
      Instant windowFrom,
      @Nullable Instant windowTo,
      Instant createdAt) {
    static BudgetView of(State state) {
      var budget = state.budget();
      return new BudgetView(
          budget.id(),
          budget.name(),
          budget.subject().kind().wireName(),
          budget.subject().id(),
          budget.period().wireName(),
          budget.limitNano(),
          state.spent(),
          state.leased(),
          state.remaining(),
          state.window().start(),
          state.window().end(),
          budget.createdAt());
    }
  }
}
