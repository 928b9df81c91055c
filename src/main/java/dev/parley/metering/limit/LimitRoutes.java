package dev.parley.metering.limit;

import dev.parley.control.audit.AuditAction;
import dev.parley.control.audit.AuditEvent;
import dev.parley.control.change.Changes;
import dev.parley.metering.usage.Subject;
import dev.parley.platform.http.Answer;
import dev.parley.platform.http.HttpProblem;
import dev.parley.platform.http.Problem.Offence;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.RouteGroup;
import dev.parley.platform.ids.Ids;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Operations on limits of tokens and of calls at once.
final class LimitRoutes implements RouteGroup {
  private static final int USUAL_WINDOW = 60;

  private final UsageLimitStore store;
  private final Changes changes;
  private final Ids ids;
  private final InstantSource clock;

  LimitRoutes(UsageLimitStore store, Changes changes, Ids ids, InstantSource clock) {
    this.store = store;
    this.changes = changes;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public void addTo(Operations operations) {
    operations.on("listLimits", this::list);
    operations.on("addLimit", this::add);
    operations.on("deleteLimit", this::delete);
  }

  private Future<Answer> list(Request request) {
    return store
        .list(request.call())
        .map(limits -> Answer.json(new All(limits.stream().map(LimitView::of).toList())));
  }

  private Future<Answer> add(Request request) {
    var call = request.call();
    var wanted = request.body(Wanted.class);
    check(wanted);
    var limit =
        new UsageLimit(
            call.workspace(),
            ids.next(),
            new Subject(
                Subject.Kind.of(wanted.subject()),
                Objects.requireNonNullElse(wanted.subjectId(), "").strip()),
            Objects.requireNonNullElse(wanted.model(), "").strip(),
            wanted.tokensPerWindow(),
            Duration.ofSeconds(Objects.requireNonNullElse(wanted.windowSeconds(), USUAL_WINDOW)),
            wanted.concurrent(),
            clock.instant().truncatedTo(ChronoUnit.MICROS));
    return store
        .insert(call, limit, event(limit))
        .compose(_ -> changes.look())
        .map(_ -> Answer.created(LimitView.of(limit)));
  }

  private static void check(Wanted wanted) {
    if (wanted.tokensPerWindow() == null && wanted.concurrent() == null) {
      throw new HttpProblem.Invalid(
          "There cannot be such a limit.",
          List.of(new Offence("/tokens_per_window", "or concurrent must be given")));
    }
  }

  private static AuditEvent event(UsageLimit limit) {
    return AuditEvent.of(
        AuditAction.LIMIT_ADDED,
        "limit:" + limit.id(),
        Map.of(
            "subject", (limit.subject().kind().wireName() + " " + limit.subject().id()).strip(),
            "model", limit.model(),
            "tokens_per_window", Objects.toString(limit.tokens(), ""),
            "window_seconds", Long.toString(limit.window().toSeconds()),
            "concurrent", Objects.toString(limit.concurrent(), "")));
  }

  private Future<Answer> delete(Request request) {
    var id = request.pathId("limit_id");
    return store
        .delete(request.call(), id, AuditEvent.of(AuditAction.LIMIT_DELETED, "limit:" + id))
        .compose(found ->
            found
                ? changes.look().map(_ -> Answer.noContent())
                : Future.failedFuture(new HttpProblem.NotFound("There is no such limit.")));
  }

  private record Wanted(
      String subject,
      @Nullable String subjectId,
      @Nullable String model,
      @Nullable Long tokensPerWindow,
      @Nullable Integer windowSeconds,
      @Nullable Integer concurrent) {}

  private record All(List<LimitView> limits) {}

  private record LimitView(
      UUID id,
      String subject,
      String subjectId,
      String model,
      @Nullable Long tokensPerWindow,
      long windowSeconds,
      @Nullable Integer concurrent,
      Instant createdAt) {
    static LimitView of(UsageLimit limit) {
      return new LimitView(
          limit.id(),
          limit.subject().kind().wireName(),
          limit.subject().id(),
          limit.model(),
          limit.tokens(),
          limit.window().toSeconds(),
          limit.concurrent(),
          limit.createdAt());
    }
  }
}
