package dev.parley.chat.evaluation;

import dev.parley.call.Call;
import dev.parley.chat.assistant.AssistantVersion;
import dev.parley.chat.assistant.Drafts;
import dev.parley.platform.http.Answer;
import dev.parley.platform.http.HttpProblem;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.RouteGroup;
import dev.parley.platform.ids.Ids;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/// Operations on runs of cases.
final class RunRoutes implements RouteGroup {
  private final CaseStore cases;
  private final RunStore runs;
  private final CaseRunner runner;
  private final Drafts drafts;
  private final Ids ids;
  private final InstantSource clock;

  RunRoutes(
      CaseStore cases,
      RunStore runs,
      CaseRunner runner,
      Drafts drafts,
      Ids ids,
      InstantSource clock) {
    this.cases = cases;
    this.runs = runs;
    this.runner = runner;
    this.drafts = drafts;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public void addTo(Operations operations) {
    operations.on("listRuns", this::list);
    operations.on("startRun", this::start);
    operations.on("getRun", this::get);
    operations.on("cancelRun", this::cancel);
  }

  private Future<Answer> list(Request request) {
    var call = request.call();
    return drafts
        .known(call, request.pathId("assistant_id"))
        .compose(assistant -> runs.list(call, assistant))
        .map(all -> Answer.json(new All(all)));
  }

  private Future<Answer> start(Request request) {
    var call = request.call();
    var assistant = request.pathId("assistant_id");
    var number = request.body(Wanted.class).version();
    return drafts
        .version(call, assistant, number)
        .compose(version ->
            cases
                .list(call, assistant)
                .compose(all ->
                    all.isEmpty()
                        ? Future.failedFuture(new EvaluationProblem.NoCases())
                        : begin(call, run(call, assistant, number, all.size()), version, all)));
  }

  private Run run(Call call, UUID assistant, int version, int total) {
    return new Run(
        ids.next(),
        assistant,
        version,
        Run.State.RUNNING,
        total,
        0,
        0,
        clock.instant().truncatedTo(ChronoUnit.MICROS),
        call.caller().name(),
        null);
  }

  private Future<Answer> begin(
      Call call, Run run, AssistantVersion version, List<QuestionCase> all) {
    return runs.begin(call, run)
        .compose(_ -> runner.start(call, run, version, all))
        .recover(failure ->
            failure instanceof EvaluationProblem
                ? Future.failedFuture(failure)
                : runs.end(call, run, Run.State.INTERRUPTED, clock.instant())
                    .transform(_ -> Future.failedFuture(failure)))
        .map(_ -> Answer.accepted(run));
  }

  private Future<Answer> get(Request request) {
    var call = request.call();
    return find(call, request)
        .compose(
            run -> runs.results(call, run.id()).map(results -> Answer.json(Told.of(run, results))));
  }

  private Future<Answer> cancel(Request request) {
    var call = request.call();
    return find(call, request)
        .compose(run -> runs.end(call, run, Run.State.CANCELLED, clock.instant()))
        .compose(_ -> find(call, request))
        .map(Answer::json);
  }

  private Future<Run> find(Call call, Request request) {
    return runs.find(call, request.pathId("assistant_id"), request.pathId("run_id"))
        .map(found -> found.orElseThrow(() -> new HttpProblem.NotFound("There is no such run.")));
  }

  private record Wanted(int version) {}

  private record All(List<Run> runs) {}

  private record Told(Run run, List<ResultView> results) {
    static Told of(Run run, List<Run.Result> results) {
      return new Told(run, results.stream().map(ResultView::of).toList());
    }
  }

  private record ResultView(
      UUID caseId,
      boolean passed,
      String question,
      String answer,
      List<String> sources,
      List<Expectation.Fault> faults,
      long ms) {
    static ResultView of(Run.Result result) {
      var content = result.content();
      return new ResultView(
          result.caseId(),
          result.passed(),
          content.question(),
          content.answer(),
          content.sources(),
          content.faults(),
          result.millis());
    }
  }
}
