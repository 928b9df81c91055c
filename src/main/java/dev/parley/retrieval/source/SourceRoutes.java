package dev.parley.retrieval.source;

import dev.parley.call.Call;
import dev.parley.control.audit.AuditAction;
import dev.parley.control.audit.AuditEvent;
import dev.parley.platform.http.Answer;
import dev.parley.platform.http.HttpProblem;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.RouteGroup;
import dev.parley.retrieval.source.SourceViews.All;
import dev.parley.retrieval.source.SourceViews.SourceView;
import dev.parley.retrieval.source.kept.Run;
import dev.parley.retrieval.source.kept.Source;
import dev.parley.retrieval.source.kept.Source.Kind;
import dev.parley.retrieval.source.kept.SourceStore.Listed;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Operations on sources.
final class SourceRoutes implements RouteGroup {
  private static final int MOST = 200;

  private final SourceDesk desk;

  SourceRoutes(SourceDesk desk) {
    this.desk = desk;
  }

  @Override
  public void addTo(Operations operations) {
    operations.on("listSources", this::list);
    operations.on("addSource", this::add);
    operations.on("getSource", this::get);
    operations.on("changeSource", this::change);
    operations.on("removeSource", this::remove);
  }

  private Future<Answer> list(Request request) {
    var call = request.call();
    var base = request.query("base").map(UUID::fromString).orElse(null);
    return desk.sources()
        .list(call, base)
        .compose(all ->
            desk.runs()
                .last(call, all.stream().map(one -> one.source().id()).toList())
                .map(runs -> Answer.json(all(all, runs))));
  }

  private All all(List<Listed> sources, List<Run> runs) {
    Map<UUID, Run> last =
        runs.stream().collect(Collectors.toMap(Run::sourceId, Function.identity()));
    return new All(
        sources.stream().map(one -> SourceView.of(one, last.get(one.source().id()))).toList(),
        !desk.config().folders().isEmpty());
  }

  private Future<Answer> add(Request request) {
    var call = request.call();
    var wanted = request.body(WantedSource.class);
    var kind = wanted.kindOrRefuse();
    var definition = wanted.definition(kind, desk.config().maxPages());
    return desk.sources()
        .count(call)
        .compose(count ->
            count < MOST
                ? desk.check().check(call, definition)
                : Future.failedFuture(new SourceProblem.TooMany()))
        .compose(_ -> desk.bases().apply(call, wanted.base()))
        .compose(base -> {
          var id = desk.ids().next();
          var now = now();
          var source =
              new Source(
                  id,
                  base,
                  wanted.name().strip(),
                  definition,
                  wanted.everyHours(),
                  desk.secrets().sealed(call.workspace(), id, wanted, ""),
                  now,
                  call.caller().name(),
                  now);
          return add(call, source).compose(_ -> view(call, id)).map(Answer::created);
        });
  }

  private Future<Void> add(Call call, Source source) {
    return desk.sources()
        .add(call, source, event(AuditAction.SOURCE_ADDED, source))
        .onSuccess(_ -> desk.due().run());
  }

  private Future<Answer> get(Request request) {
    return view(request.call(), request.pathId("source_id")).map(Answer::json);
  }

  private Future<Answer> change(Request request) {
    var call = request.call();
    var wanted = request.body(WantedSource.class);
    return desk.known(call, request.pathId("source_id"))
        .compose(known -> {
          var before = known.source();
          var changed = changed(call, before, wanted);
          var anew = !changed.definition().equals(before.definition());
          return desk.check()
              .check(call, changed.definition())
              .compose(_ ->
                  desk.sources()
                      .change(
                          call,
                          changed,
                          due(known, changed),
                          anew,
                          event(AuditAction.SOURCE_CHANGED, changed)))
              .onSuccess(_ -> desk.due().run())
              .compose(_ -> view(call, before.id()));
        })
        .map(Answer::json);
  }

  private Source changed(Call call, Source before, WantedSource wanted) {
    Kind kind = before.definition().kind();
    return new Source(
        before.id(),
        before.baseId(),
        wanted.name().strip(),
        wanted.definition(kind, desk.config().maxPages()),
        wanted.everyHours(),
        desk.secrets().sealed(call.workspace(), before.id(), wanted, before.secret()),
        before.createdAt(),
        before.createdBy(),
        now());
  }

  /// Another schedule counts from now on.
  private @Nullable Instant due(Listed known, Source changed) {
    var hours = changed.everyHours();
    if (hours == null) {
      return null;
    }
    var soonest = now().plus(Duration.ofHours(hours));
    var planned = known.due();
    return planned != null && planned.isBefore(soonest) ? planned : soonest;
  }

  private Future<Answer> remove(Request request) {
    var call = request.call();
    return desk.known(call, request.pathId("source_id"))
        .compose(known ->
            desk.sources()
                .remove(
                    call, known.source(), now(), event(AuditAction.SOURCE_REMOVED, known.source())))
        .onSuccess(_ -> desk.changed().run())
        .map(_ -> Answer.noContent());
  }

  private Future<SourceView> view(Call call, UUID id) {
    return desk.known(call, id)
        .compose(known ->
            desk.runs()
                .last(call, List.of(id))
                .map(runs -> SourceView.of(known, runs.isEmpty() ? null : runs.getFirst())));
  }

  private Instant now() {
    return desk.clock().instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static AuditEvent event(AuditAction action, Source source) {
    return AuditEvent.of(
        action,
        "source:" + source.id(),
        Map.of("name", source.name(), "address", source.definition().address()));
  }

  static HttpProblem noSource() {
    return new HttpProblem.NotFound("There is no such source.");
  }
}
