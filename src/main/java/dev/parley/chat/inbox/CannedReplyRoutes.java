package dev.parley.chat.inbox;

import dev.parley.platform.http.Answer;
import dev.parley.platform.http.HttpProblem;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.RouteGroup;
import dev.parley.platform.ids.Ids;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/// Operations on canned replies.
final class CannedReplyRoutes implements RouteGroup {
  private final CannedReplyStore store;
  private final Ids ids;
  private final InstantSource clock;

  CannedReplyRoutes(CannedReplyStore store, Ids ids, InstantSource clock) {
    this.store = store;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public void addTo(Operations operations) {
    operations.on("listCannedReplies", this::list);
    operations.on("addCannedReply", this::add);
    operations.on("changeCannedReply", this::change);
    operations.on("deleteCannedReply", this::delete);
  }

  private Future<Answer> list(Request request) {
    return store.list(request.call()).map(all -> Answer.json(new All(all)));
  }

  private Future<Answer> add(Request request) {
    var reply = request.body(Wanted.class).reply(ids.next(), now());
    return store.add(request.call(), reply).map(Answer::created);
  }

  private Future<Answer> change(Request request) {
    var reply = request.body(Wanted.class).reply(request.pathId("canned_reply_id"), now());
    return store
        .change(request.call(), reply)
        .compose(there ->
            there ? Future.succeededFuture(Answer.json(reply)) : Future.failedFuture(none()));
  }

  private Future<Answer> delete(Request request) {
    return store
        .delete(request.call(), request.pathId("canned_reply_id"))
        .compose(there ->
            there ? Future.succeededFuture(Answer.noContent()) : Future.failedFuture(none()));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static HttpProblem none() {
    return new HttpProblem.NotFound("There is no such canned reply.");
  }

  private record All(List<CannedReply> replies) {}

  private record Wanted(String shortcut, String text) {
    CannedReply reply(UUID id, Instant now) {
      return new CannedReply(id, shortcut, text.strip(), now);
    }
  }
}
