package dev.parley.chat.evaluation;

import dev.parley.call.Call;
import dev.parley.call.Deadline;
import dev.parley.chat.assistant.AssistantVersion;
import dev.parley.chat.conversation.Citation;
import dev.parley.chat.conversation.Message;
import dev.parley.chat.evaluation.Expectation.Fault;
import dev.parley.chat.evaluation.Run.Content;
import dev.parley.chat.evaluation.Run.Result;
import dev.parley.chat.turn.LiveTurn;
import dev.parley.chat.turn.Rehearsals;
import dev.parley.platform.http.Problem;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.lifecycle.Stories;
import dev.parley.platform.observe.Log;
import dev.parley.platform.time.Stopwatch;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/// Asks a version its cases, a few at a time. Each answer is metered as any other and takes two
/// minutes at most; what came of it is stored as it comes, so that a run that ends early has told
/// what it knows.
public final class CaseRunner {
  private static final Log LOG = Log.of(CaseRunner.class);
  private static final Duration STEP = Duration.ofSeconds(10);
  private static final int CASES_AT_ONCE = 4;
  private static final int RUNS_AT_ONCE = 4;

  private final Stories stories = new Stories("cases", RUNS_AT_ONCE);
  private final Rehearsals rehearsals;
  private final RunStore runs;
  private final Ids ids;
  private final InstantSource clock;

  public CaseRunner(Rehearsals rehearsals, RunStore runs, Ids ids, InstantSource clock) {
    this.rehearsals = rehearsals;
    this.runs = runs;
    this.ids = ids;
    this.clock = clock;
  }

  /// Begins to ask; fails when there is no room. Nobody waits for the end.
  Future<Void> start(Call call, Run run, AssistantVersion version, List<QuestionCase> cases) {
    var told =
        stories.start(() -> {
          tell(call, run, version, cases);
          return run;
        });
    var _ = told.onFailure(e -> LOG.warning(call, "cases were not asked", "cause", e));
    return told.failed() ? Future.failedFuture(told.cause()) : Future.succeededFuture();
  }

  /// Refuses new runs and waits for those that go on; blocks.
  public void drain(Duration limit) throws InterruptedException {
    stories.drain(limit);
  }

  private void tell(Call call, Run run, AssistantVersion version, List<QuestionCase> cases)
      throws InterruptedException, TimeoutException {
    var room = new Semaphore(CASES_AT_ONCE);
    var stopped = new AtomicBoolean();
    for (var one : cases) {
      room.acquire();
      if (stopped.get()) {
        room.release();
        break;
      }
      ask(call, version, one)
          .compose(result -> runs.add(soon(call), run.id(), result))
          .onSuccess(goesOn -> stopped.compareAndSet(false, !goesOn))
          .onFailure(e -> LOG.warning(call, "a result is lost", "cause", e))
          .onComplete(_ -> room.release());
    }
    room.acquire(CASES_AT_ONCE);
    var _ =
        runs.end(soon(call), run, Run.State.DONE, clock.instant())
            .await(STEP.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// Never fails: that there is no answer is a result too.
  private Future<Result> ask(Call call, AssistantVersion version, QuestionCase one) {
    var watch = Stopwatch.start();
    return rehearsals
        .begin(call, version, one.question())
        .compose(CaseRunner::answer)
        .map(message -> result(one, message, watch.millis()))
        .otherwise(failure -> failed(one, "", detail(call, failure), watch.millis()));
  }

  private static Future<Message> answer(LiveTurn live) {
    return live.answer().future();
  }

  private Result result(QuestionCase one, Message message, long millis) {
    var problem = message.problem();
    if (problem != null) {
      return failed(one, message.text(), problem.detail(), millis);
    }
    var faults = one.expect().faults(message.text(), message.citations());
    var sources = message.citations().stream().map(Citation::title).distinct().toList();
    var content = new Content(one.question(), message.text(), sources, faults);
    return new Result(ids.next(), one.id(), faults.isEmpty(), content, millis);
  }

  private Result failed(QuestionCase one, String answer, String why, long millis) {
    var fault = new Fault(Fault.Kind.FAILED, why);
    var content = new Content(one.question(), answer, List.of(), List.of(fault));
    return new Result(ids.next(), one.id(), false, content, millis);
  }

  private static String detail(Call call, Throwable failure) {
    if (failure instanceof Problem problem) {
      return problem.detail();
    }
    LOG.error(call, "a case could not be asked", failure);
    return "Something went wrong on our side.";
  }

  private Call soon(Call call) {
    return call.until(Deadline.after(clock, STEP));
  }
}
