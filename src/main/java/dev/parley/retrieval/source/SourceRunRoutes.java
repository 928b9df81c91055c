package dev.parley.retrieval.source;

import dev.parley.call.Call;
import dev.parley.control.audit.AuditAction;
import dev.parley.control.audit.AuditEvent;
import dev.parley.platform.http.Answer;
import dev.parley.platform.http.HttpProblem;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.RouteGroup;
import dev.parley.retrieval.source.SourceViews.EventView;
import dev.parley.retrieval.source.SourceViews.Report;
import dev.parley.retrieval.source.SourceViews.RunView;
import dev.parley.retrieval.source.SourceViews.Runs;
import dev.parley.retrieval.source.kept.Run;
import dev.parley.retrieval.source.kept.Run.Counts;
import dev.parley.retrieval.source.kept.Run.State;
import dev.parley.retrieval.source.kept.Source;
import io.vertx.core.Future;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Operations on runs of sources.
final class SourceRunRoutes implements RouteGroup {
  private final SourceDesk desk;

  SourceRunRoutes(SourceDesk desk) {
    this.desk = desk;
  }

  @Override
  public void addTo(Operations operations) {
    operations.on("listSourceRuns", this::list);
    operations.on("startSourceRun", this::start);
    operations.on("getSourceRun", this::get);
    operations.on("cancelSourceRun", this::cancel);
  }

  private Future<Answer> list(Request request) {
    var call = request.call();
    return desk.known(call, request.pathId("source_id"))
        .compose(known -> desk.runs().list(call, known.source().id()))
        .map(runs -> Answer.json(new Runs(runs.stream().map(RunView::of).toList())));
  }

  private Future<Answer> start(Request request) {
    var call = request.call();
    var removes = request.body(Wish.class).removeMissing();
    return desk.known(call, request.pathId("source_id"))
        .compose(known -> {
          var run = run(call, known.source(), removes != null && removes);
          return desk.runs()
              .ask(call, known.source(), run, event(known.source()))
              .map(asked -> {
                if (!asked) {
                  throw new SourceProblem.Running();
                }
                desk.due().run();
                return Answer.accepted(RunView.of(run));
              });
        });
  }

  private Run run(Call call, Source source, boolean removes) {
    return new Run(
        desk.ids().next(),
        source.id(),
        State.WAITING,
        call.caller().name(),
        removes,
        desk.clock().instant().truncatedTo(ChronoUnit.MICROS),
        null,
        null,
        Counts.NONE,
        0,
        null,
        null,
        null);
  }

  private Future<Answer> get(Request request) {
    var call = request.call();
    return desk.known(call, request.pathId("source_id"))
        .compose(known -> find(call, known.source(), request))
        .compose(run ->
            desk.runs()
                .events(call, run.id())
                .map(events ->
                    Answer.json(
                        new Report(RunView.of(run), events.stream().map(EventView::of).toList()))));
  }

  /// Ends the run soon; what it has done stays.
  private Future<Answer> cancel(Request request) {
    var call = request.call();
    return desk.known(call, request.pathId("source_id"))
        .compose(known -> {
          var source = known.source();
          return find(call, source, request)
              .compose(run -> desk.runs().cancel(call, source, run.id()))
              .onSuccess(_ -> desk.due().run())
              .compose(_ -> find(call, source, request));
        })
        .map(run -> Answer.accepted(RunView.of(run)));
  }

  private Future<Run> find(Call call, Source source, Request request) {
    return desk.runs()
        .find(call, source.id(), request.pathId("source_run_id"))
        .map(found -> found.orElseThrow(() -> new HttpProblem.NotFound("There is no such run.")));
  }

  private static AuditEvent event(Source source) {
    return AuditEvent.of(
        AuditAction.SOURCE_STARTED, "source:" + source.id(), Map.of("name", source.name()));
  }

  private record Wish(@Nullable Boolean removeMissing) {}
}
