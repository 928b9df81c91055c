package dev.parley.policy;

import dev.parley.call.Call;
import dev.parley.control.audit.AuditAction;
import dev.parley.control.audit.AuditEvent;
import dev.parley.control.audit.AuditLog;
import dev.parley.platform.lifecycle.Stories;
import dev.parley.platform.observe.Log;
import dev.parley.policy.PolicyConfig.OnDoubt;
import dev.parley.policy.book.RuleShelf;
import dev.parley.policy.decide.DecisionService;
import dev.parley.policy.decide.Verdict;
import dev.parley.policy.rule.Action;
import dev.parley.policy.rule.Answerer;
import dev.parley.policy.rule.Check;
import dev.parley.policy.rule.Check.Hit;
import dev.parley.policy.rule.Where;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Asks the rules that are kept, and the service that decides.
final class KeptPolicing implements Policing {
  private static final Log LOG = Log.of(KeptPolicing.class);

  /// Longer texts are not read on an event loop.
  private static final int SHORT = 2_048;

  private final RuleShelf shelf;
  private final DecisionService decisions;
  private final OnDoubt onDoubt;
  private final Stories readings;
  private final AuditLog audit;
  private final PolicyMetrics metrics;

  KeptPolicing(
      RuleShelf shelf,
      DecisionService decisions,
      OnDoubt onDoubt,
      Stories readings,
      AuditLog audit,
      PolicyMetrics metrics) {
    this.shelf = shelf;
    this.decisions = decisions;
    this.onDoubt = onDoubt;
    this.readings = readings;
    this.audit = audit;
    this.metrics = metrics;
  }

  @Override
  public boolean concerns(Call call) {
    return shelf.of(call.workspace()).isPresent() || decisions.isOn();
  }

  @Override
  public Future<Judged> judge(Call call, Where where, Answerer answerer, Said said) {
    var check = shelf.of(call.workspace()).flatMap(rules -> rules.check(where, answerer));
    return read(check, said)
        .compose(reading -> allowed(call, where, answerer, reading))
        .compose(reading ->
            decisions.isOn()
                ? decided(call, where, answerer, said, reading)
                : Future.succeededFuture(reading.judged()));
  }

  @Override
  public Optional<Check> output(Call call, Answerer answerer) {
    return shelf.of(call.workspace()).flatMap(rules -> rules.check(Where.OUTPUT, answerer));
  }

  @Override
  public PolicyProblem denied(Call call, Answerer answerer, Hit hit) {
    var _ = note(call, Where.OUTPUT, answerer, hit);
    return new PolicyProblem.Denied(reason(hit));
  }

  @Override
  public void redacted(int count) {
    if (count > 0) {
      metrics.decided(Where.OUTPUT, "redact");
    }
  }

  private Future<Reading> read(Optional<Check> check, Said said) {
    if (check.isEmpty()) {
      return Future.succeededFuture(Reading.untouched(said));
    }
    var context = Vertx.currentContext();
    if (context == null || said.length() <= SHORT) {
      return Future.succeededFuture(Reading.of(check.get(), said));
    }
    Promise<Reading> promise = Promise.promise();
    readings
        .start(() -> Reading.of(check.get(), said))
        .onComplete(read -> context.runOnContext(_ -> promise.handle(read)));
    return promise.future();
  }

  private Future<Reading> allowed(Call call, Where where, Answerer answerer, Reading reading) {
    var denied = reading.denied();
    if (denied != null) {
      var problem = new PolicyProblem.Denied(reason(denied));
      return note(call, where, answerer, denied).transform(_ -> Future.failedFuture(problem));
    }
    if (reading.redacted()) {
      metrics.decided(where, "redact");
    }
    if (reading.judged().route() != null) {
      metrics.decided(where, "route");
    }
    if (reading.judged().handOver() != null) {
      metrics.decided(where, "hand_over");
    }
    return Future.succeededFuture(reading);
  }

  private Future<Judged> decided(
      Call call, Where where, Answerer answerer, Said said, Reading reading) {
    var question = new DecisionService.Question(where.wireName(), answerer, said.asked());
    return decisions
        .ask(call, question)
        .compose(verdict ->
            switch (verdict) {
              case Verdict.Allowed(var other) ->
                  Future.succeededFuture(
                      other == null ? reading.judged() : reading.judged().to(other));
              case Verdict.Denied(var reason) -> {
                var problem = new PolicyProblem.Denied(reason);
                yield noteService(call, where, answerer)
                    .transform(_ -> Future.failedFuture(problem));
              }
              case Verdict.Doubt _ -> {
                metrics.decided(where, "doubt");
                yield onDoubt == OnDoubt.ALLOW
                    ? Future.succeededFuture(reading.judged())
                    : Future.failedFuture(new PolicyProblem.Undecided());
              }
            });
  }

  private static @Nullable String reason(Hit hit) {
    return hit.rule().action() instanceof Action.Deny(var reason) ? reason : null;
  }

  /// Never with the text itself: the log is read by more people than the conversation.
  private Future<Void> note(Call call, Where where, Answerer answerer, Hit hit) {
    var detail = new HashMap<String, String>();
    detail.put("name", hit.rule().name());
    detail.put("version", Integer.toString(hit.rule().version()));
    detail.put("found", hit.label());
    return write(call, where, answerer, "policy:" + hit.rule().id(), detail);
  }

  private Future<Void> noteService(Call call, Where where, Answerer answerer) {
    return write(call, where, answerer, "policy:decision-service", new HashMap<>());
  }

  private Future<Void> write(
      Call call, Where where, Answerer answerer, String target, Map<String, String> detail) {
    metrics.decided(where, "deny");
    detail.put("where", where.wireName());
    detail.put("route", answerer.model());
    if (answerer.assistant() != null) {
      detail.put("assistant", answerer.assistant());
    }
    return audit
        .append(call, AuditEvent.of(AuditAction.POLICY_REFUSED, target, detail))
        .onFailure(e -> LOG.error(call, "a refusal is not in the audit log", e));
  }
}
