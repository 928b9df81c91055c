package dev.parley.control.audit;

import dev.parley.call.Call;
import dev.parley.call.Deadline;
import dev.parley.control.audit.AuditRow.Sealed;
import dev.parley.platform.http.Answer;
import dev.parley.platform.http.HttpProblem;
import dev.parley.platform.http.Problem.Offence;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.RouteGroup;
import dev.parley.platform.lifecycle.Stories;
import io.vertx.core.Future;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Operations on the audit log.
final class AuditRoutes implements RouteGroup {
  private static final int PAGE = 50;
  private static final Duration VERIFICATION = Duration.ofMinutes(15);

  private final AuditStore store;
  private final AuditLog log;
  private final AuditChain chain;
  private final Stories verifications;
  private final InstantSource clock;

  AuditRoutes(
      AuditStore store,
      AuditLog log,
      AuditChain chain,
      Stories verifications,
      InstantSource clock) {
    this.store = store;
    this.log = log;
    this.chain = chain;
    this.verifications = verifications;
    this.clock = clock;
  }

  @Override
  public void addTo(Operations operations) {
    operations.on("listAudit", this::list);
    operations.on("exportAudit", this::export);
    operations.on("verifyAudit", this::verify);
  }

  private Future<Answer> list(Request request) {
    var limit = request.query("limit").map(Integer::parseInt).orElse(PAGE);
    var before = request.query("before").map(Long::parseLong).orElse(Long.MAX_VALUE);
    return store
        .newest(request.call(), filter(request), before, limit + 1)
        .map(found -> {
          var page = found.size() > limit ? found.subList(0, limit) : found;
          var next = found.size() > limit ? page.getLast().row().seq() : null;
          return Answer.json(new Page(page.stream().map(EventView::of).toList(), next));
        });
  }

  /// Written down before the first line leaves.
  private Future<Answer> export(Request request) {
    var call = request.call();
    var filter = filter(request);
    var event = AuditEvent.of(AuditAction.EXPORT_MADE, "audit", filter.named());
    var export = new AuditExport(store, call, filter, clock);
    return log.append(call, event)
        .map(_ ->
            new Answer.Pieces(
                "text/csv; charset=utf-8",
                Map.of("Content-Disposition", "attachment; filename=\"audit.csv\""),
                export::next));
  }

  private Future<Answer> verify(Request request) {
    var anchor = request.body(Wish.class).anchor();
    var call = request.call();
    var longer = call.until(Deadline.after(clock, VERIFICATION));
    return verifications
        .start(() -> chain.verify(longer, anchor))
        .compose(outcome -> note(longer, outcome).map(_ -> Answer.json(Verified.of(outcome))));
  }

  private Future<Void> note(Call call, AuditChain.Outcome outcome) {
    var detail = new TreeMap<>(Map.of("checked", Long.toString(outcome.checked())));
    Optional.ofNullable(outcome.fault())
        .ifPresent(fault -> detail.put("fault", fault.seq() + " " + fault.reason().wireName()));
    return log.append(call, AuditEvent.of(AuditAction.AUDIT_VERIFIED, "audit", detail));
  }

  private static AuditFilter filter(Request request) {
    return new AuditFilter(
        request.query("actor").orElse(null),
        request.query("action").orElse(null),
        request.query("from").map(text -> instant(text, "from")).orElse(null),
        request.query("to").map(text -> instant(text, "to")).orElse(null),
        request.query("target").orElse(null));
  }

  private static Instant instant(String text, String parameter) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException _) {
      throw new HttpProblem.Invalid(
          "The request does not fit the contract.",
          List.of(new Offence(parameter, "must be a time such as 2026-01-31T12:00:00Z")));
    }
  }

  private record Wish(@Nullable AuditAnchor anchor) {}

  private record Page(List<EventView> events, @Nullable Long next) {}

  private record EventView(
      long seq,
      Instant at,
      String actor,
      String action,
      String target,
      Map<String, Object> detail,
      String requestId,
      String address) {
    static EventView of(Sealed sealed) {
      var row = sealed.row();
      return new EventView(
          row.seq(),
          row.at(),
          row.actor(),
          row.action(),
          row.target(),
          row.detail().getMap(),
          row.requestId(),
          row.address());
    }
  }

  private record Verified(boolean ok, long checked, AuditAnchor anchor, @Nullable FaultView fault) {
    static Verified of(AuditChain.Outcome outcome) {
      var fault = outcome.fault();
      return new Verified(
          outcome.ok(),
          outcome.checked(),
          outcome.last(),
          fault == null ? null : new FaultView(fault.seq(), fault.reason().wireName()));
    }
  }

  private record FaultView(long seq, String reason) {}
}
