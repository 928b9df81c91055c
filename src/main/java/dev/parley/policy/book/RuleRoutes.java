package dev.parley.policy.book;

import dev.parley.call.Call;
import dev.parley.control.audit.AuditAction;
import dev.parley.control.audit.AuditEvent;
import dev.parley.control.change.Changes;
import dev.parley.platform.http.Answer;
import dev.parley.platform.http.HttpProblem;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.RouteGroup;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.lifecycle.Stories;
import dev.parley.policy.match.PiiKind;
import dev.parley.policy.rule.Answerer;
import dev.parley.policy.rule.Rule;
import dev.parley.policy.rule.Ruleset;
import dev.parley.policy.rule.Where;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Operations on rules. A change is answered when this replica has taken it over.
final class RuleRoutes implements RouteGroup {
  private static final int MOST_RULES = 100;
  private static final String ANY_ROUTE = "";

  private final RuleStore store;
  private final RuleShelf shelf;
  private final Stories readings;
  private final Changes changes;
  private final Ids ids;
  private final InstantSource clock;

  RuleRoutes(
      RuleStore store,
      RuleShelf shelf,
      Stories readings,
      Changes changes,
      Ids ids,
      InstantSource clock) {
    this.store = store;
    this.shelf = shelf;
    this.readings = readings;
    this.changes = changes;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public void addTo(Operations operations) {
    operations.on("listPolicies", this::list);
    operations.on("addPolicy", this::add);
    operations.on("changePolicy", this::change);
    operations.on("removePolicy", this::remove);
    operations.on("orderPolicies", this::order);
    operations.on("tryPolicies", this::attempt);
  }

  private Future<Answer> list(Request request) {
    return store.list(request.call()).map(RuleRoutes::answer);
  }

  private static Answer answer(List<Rule> rules) {
    var kinds = Arrays.stream(PiiKind.values()).map(PiiKind::wireName).toList();
    return Answer.json(new All(rules.stream().map(RuleView::of).toList(), kinds));
  }

  private Future<Answer> add(Request request) {
    var call = request.call();
    var rule = CheckedRule.of(request.body(Wanted.class).rule(ids.next(), 1));
    return store
        .list(call)
        .compose(all ->
            all.size() < MOST_RULES
                ? store.add(call, rule, clock.instant(), event(rule, "added"))
                : Future.failedFuture(
                    new HttpProblem.Invalid("There are 100 policies already.", List.of())))
        .compose(_ -> changes.look())
        .map(_ -> Answer.created(RuleView.of(rule)));
  }

  private Future<Answer> change(Request request) {
    var call = request.call();
    var wanted = request.body(Wanted.class);
    return find(call, request.pathId("policy_id"))
        .compose(old -> {
          var version = wanted.version() == null ? old.version() : wanted.version();
          var rule = CheckedRule.of(wanted.rule(old.id(), version + 1));
          return store
              .change(call, rule, clock.instant(), event(rule, "changed"))
              .compose(_ -> changes.look())
              .map(_ -> Answer.json(RuleView.of(rule)));
        });
  }

  private Future<Answer> remove(Request request) {
    var call = request.call();
    return find(call, request.pathId("policy_id"))
        .compose(rule -> store.remove(call, rule.id(), event(rule, "removed")))
        .compose(_ -> changes.look())
        .map(_ -> Answer.noContent());
  }

  private Future<Answer> order(Request request) {
    var call = request.call();
    var wanted = request.body(Order.class).policies();
    return store
        .list(call)
        .compose(all -> {
          var known = new HashSet<>(all.stream().map(Rule::id).toList());
          if (wanted.size() != known.size() || !known.equals(new HashSet<>(wanted))) {
            return Future.failedFuture(new RuleChanged());
          }
          var event =
              AuditEvent.of(AuditAction.POLICY_CHANGED, "policies", Map.of("change", "ordered"));
          return store.order(call, wanted, event);
        })
        .compose(_ -> changes.look())
        .compose(_ -> store.list(call))
        .map(RuleRoutes::answer);
  }

  /// What would happen to a text, by the rules as they are stored, or with one that is not yet.
  private Future<Answer> attempt(Request request) {
    var wanted = request.body(Attempt.class);
    var answerer = wanted.answerer();
    var draft = wanted.policy();
    if (draft == null) {
      var rules = shelf.of(request.call().workspace());
      return readings.start(
          () -> Answer.json(TriedText.of(rules, wanted.where(), answerer, wanted.text())));
    }
    var rule = CheckedRule.of(draft.rule(ids.next(), 1));
    return readings.start(() -> {
      var rules = Optional.of(new Ruleset(List.of(rule)));
      return Answer.json(TriedText.of(rules, wanted.where(), answerer, wanted.text()));
    });
  }

  private Future<Rule> find(Call call, UUID id) {
    return store
        .list(call)
        .compose(all ->
            all.stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .map(Future::succeededFuture)
                .orElseGet(() ->
                    Future.failedFuture(new HttpProblem.NotFound("There is no such policy."))));
  }

  private static AuditEvent event(Rule rule, String change) {
    return AuditEvent.of(
        AuditAction.POLICY_CHANGED,
        "policy:" + rule.id(),
        Map.of(
            "change", change,
            "name", rule.name(),
            "version", Integer.toString(rule.version()),
            "action", rule.action().wireName()));
  }

  private record All(List<RuleView> policies, List<String> kinds) {}

  private record Order(List<UUID> policies) {}

  private record Attempt(
      String text,
      Where where,
      @Nullable String route,
      @Nullable String assistant,
      @Nullable Wanted policy) {
    Answerer answerer() {
      return new Answerer(route == null ? ANY_ROUTE : route, assistant);
    }
  }

  /// A rule as somebody wants it.
  ///
  /// @param version the one that it is to replace; null for the newest
  record Wanted(
      String name, @Nullable Boolean enabled, @Nullable Integer version, Definition definition) {
    Rule rule(UUID id, int next) {
      return definition.rule(id, name.strip(), next, enabled == null || enabled);
    }
  }

  /// @param holdsBack how many characters of a text on its way wait at most for what comes
  private record RuleView(
      UUID id, String name, boolean enabled, int version, int holdsBack, Definition definition) {
    static RuleView of(Rule rule) {
      return new RuleView(
          rule.id(),
          rule.name(),
          rule.enabled(),
          rule.version(),
          CheckedRule.holdsBack(rule),
          Definition.of(rule));
    }
  }
}
