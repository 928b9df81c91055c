package dev.parley.metering.rollup;

import dev.parley.call.Caller;
import dev.parley.control.audit.AuditAction;
import dev.parley.control.audit.AuditEvent;
import dev.parley.control.audit.AuditLog;
import dev.parley.metering.rollup.RollupStore.Point;
import dev.parley.metering.rollup.UsageQuery.By;
import dev.parley.metering.rollup.UsageQuery.Grain;
import dev.parley.metering.usage.Subject;
import dev.parley.platform.http.Answer;
import dev.parley.platform.http.HttpProblem;
import dev.parley.platform.http.Problem.Offence;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.RouteGroup;
import io.vertx.core.Future;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Operations on figures of usage.
final class UsageRoutes implements RouteGroup {
  private static final Duration USUAL = Duration.ofDays(30);
  private static final Duration MOST_HOURS = Duration.ofDays(45);
  private static final Duration MOST_DAYS = Duration.ofDays(800);

  private final Rollups rollups;
  private final EntryStore entries;
  private final AuditLog log;
  private final InstantSource clock;

  UsageRoutes(Rollups rollups, EntryStore entries, AuditLog log, InstantSource clock) {
    this.rollups = rollups;
    this.entries = entries;
    this.log = log;
    this.clock = clock;
  }

  @Override
  public void addTo(Operations operations) {
    operations.on("getUsage", this::get);
    operations.on("exportUsage", this::export);
    operations.on("getMyUsage", this::mine);
    operations.on("explainCall", this::explain);
  }

  private Future<Answer> get(Request request) {
    var by = request.query("group_by").map(UsageRoutes::by).orElse(By.MODEL);
    return answer(request, subject(request), by);
  }

  /// A person's own, that of their keys included; a key's own.
  private Future<Answer> mine(Request request) {
    return switch (request.call().caller()) {
      case Caller.Person person ->
          answer(request, Subject.user(person.user().toString()), By.MODEL);
      case Caller.Key key -> answer(request, Subject.key(key.keyId()), By.MODEL);
      case Caller.Anonymous _, Caller.Parley _ ->
          Future.failedFuture(
              new HttpProblem.Unauthenticated("Who did not sign in has no usage of their own."));
    };
  }

  private Future<Answer> answer(Request request, Subject subject, By by) {
    var span = span(request);
    var grain = request.query("bucket").map(UsageRoutes::grain).orElse(Grain.DAY);
    check(span, grain);
    var query =
        new UsageQuery(
            span.from(),
            span.to(),
            grain,
            by,
            subject,
            request.query("provider").orElse(null),
            request.query("model").orElse(null),
            request.query("kind").orElse(null));
    return rollups
        .points(request.call(), query)
        .map(points -> Answer.json(Series.of(query, points)));
  }

  private Future<Answer> explain(Request request) {
    var callId = request.path("request_id");
    return entries
        .ofCall(request.call(), callId, Explained.MOST)
        .map(found -> {
          if (found.isEmpty()) {
            throw new HttpProblem.NotFound("No model was asked under this request id.");
          }
          return Answer.json(Explained.of(callId, found));
        });
  }

  private Future<Answer> export(Request request) {
    var span = span(request);
    var call = request.call();
    var detail = Map.of("from", span.from().toString(), "to", span.to().toString());
    var export = new UsageExport(entries, call, span.from(), span.to(), clock);
    return log.append(call, AuditEvent.of(AuditAction.EXPORT_MADE, "usage", detail))
        .map(_ ->
            new Answer.Pieces(
                "text/csv; charset=utf-8",
                Map.of("Content-Disposition", "attachment; filename=\"usage.csv\""),
                export::next));
  }

  private Span span(Request request) {
    var to = request.query("to").map(text -> instant(text, "to")).orElseGet(clock::instant);
    var from =
        request.query("from").map(text -> instant(text, "from")).orElseGet(() -> to.minus(USUAL));
    if (!from.isBefore(to)) {
      throw invalid("to", "must be later than from");
    }
    return new Span(from, to);
  }

  private static void check(Span span, Grain grain) {
    var longest = grain == Grain.HOUR ? MOST_HOURS : MOST_DAYS;
    if (Duration.between(span.from(), span.to()).compareTo(longest) > 0) {
      throw invalid("from", "at most %d days at once".formatted(longest.toDays()));
    }
  }

  private static Subject subject(Request request) {
    var key = request.query("key_id");
    var user = request.query("user_id");
    if (key.isPresent() && user.isPresent()) {
      throw invalid("key_id", "not together with user_id");
    }
    return key.map(Subject::key).or(() -> user.map(Subject::user)).orElse(Subject.WORKSPACE);
  }

  private static By by(String text) {
    return By.valueOf(text.toUpperCase(Locale.ROOT));
  }

  private static Grain grain(String text) {
    return Grain.valueOf(text.toUpperCase(Locale.ROOT));
  }

  private static Instant instant(String text, String parameter) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException _) {
      throw invalid(parameter, "must be a time such as 2026-01-31T12:00:00Z");
    }
  }

  private static HttpProblem invalid(String parameter, String detail) {
    return new HttpProblem.Invalid(
        "The request does not fit the contract.", List.of(new Offence(parameter, detail)));
  }

  private record Span(Instant from, Instant to) {}

  /// @param totals by name, the most expensive first
  private record Series(
      Instant from,
      Instant to,
      Grain bucket,
      By groupBy,
      List<PointView> points,
      List<Total> totals,
      Sums total) {
    static Series of(UsageQuery query, List<Point> points) {
      var byName = new TreeMap<String, Sums>();
      var total = Sums.NOTHING;
      for (var point : points) {
        var _ = byName.merge(point.name(), point.sums(), Sums::plus);
        total = total.plus(point.sums());
      }
      var totals =
          byName.entrySet().stream()
              .map(entry -> new Total(entry.getKey(), entry.getValue()))
              .sorted((a, b) -> Long.compare(b.sums().costNano(), a.sums().costNano()))
              .toList();
      return new Series(
          query.from(),
          query.to(),
          query.grain(),
          query.by(),
          points.stream().map(PointView::of).toList(),
          totals,
          total);
    }
  }

  private record PointView(Instant at, String name, Sums sums) {
    static PointView of(Point point) {
      return new PointView(point.at(), point.name(), point.sums());
    }
  }

  private record Total(String name, Sums sums) {}
}
