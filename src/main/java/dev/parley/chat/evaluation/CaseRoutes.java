package dev.parley.chat.evaluation;

import dev.parley.chat.assistant.Drafts;
import dev.parley.platform.http.Answer;
import dev.parley.platform.http.HttpProblem;
import dev.parley.platform.http.Problem.Offence;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.RouteGroup;
import dev.parley.platform.ids.Ids;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Operations on the cases of an assistant.
final class CaseRoutes implements RouteGroup {
  private final CaseStore store;
  private final Drafts drafts;
  private final Ids ids;
  private final InstantSource clock;

  CaseRoutes(CaseStore store, Drafts drafts, Ids ids, InstantSource clock) {
    this.store = store;
    this.drafts = drafts;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public void addTo(Operations operations) {
    operations.on("listCases", this::list);
    operations.on("addCase", this::add);
    operations.on("changeCase", this::change);
    operations.on("removeCase", this::remove);
  }

  private Future<Answer> list(Request request) {
    var call = request.call();
    return drafts
        .known(call, request.pathId("assistant_id"))
        .compose(assistant -> store.list(call, assistant))
        .map(all -> Answer.json(new All(all)));
  }

  private Future<Answer> add(Request request) {
    var call = request.call();
    var wanted = request.body(Wanted.class);
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var expect = wanted.checked();
    return drafts
        .known(call, request.pathId("assistant_id"))
        .map(assistant ->
            new QuestionCase(
                ids.next(),
                assistant,
                wanted.question().strip(),
                expect,
                wanted.questionId(),
                now,
                call.caller().name()))
        .compose(made -> store.add(call, made).map(_ -> Answer.created(made)));
  }

  private Future<Answer> change(Request request) {
    var call = request.call();
    var wanted = request.body(Wanted.class);
    var id = request.pathId("case_id");
    var expect = wanted.checked();
    return store
        .list(call, request.pathId("assistant_id"))
        .map(all ->
            all.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(CaseRoutes::none))
        .map(old ->
            new QuestionCase(
                id,
                old.assistantId(),
                wanted.question().strip(),
                expect,
                old.questionId(),
                old.createdAt(),
                old.createdBy()))
        .compose(changed -> store.change(call, changed).map(_ -> Answer.json(changed)));
  }

  private Future<Answer> remove(Request request) {
    return store
        .remove(request.call(), request.pathId("assistant_id"), request.pathId("case_id"))
        .compose(there ->
            there ? Future.succeededFuture(Answer.noContent()) : Future.failedFuture(none()));
  }

  private static HttpProblem none() {
    return new HttpProblem.NotFound("There is no such case.");
  }

  private record All(List<QuestionCase> cases) {}

  private record Wanted(String question, Expectation expect, @Nullable UUID questionId) {
    Expectation checked() {
      if (expect.isEmpty()) {
        throw new HttpProblem.Invalid(
            "There cannot be such a case.",
            List.of(new Offence("/expect", "must expect something")));
      }
      return expect;
    }
  }
}
