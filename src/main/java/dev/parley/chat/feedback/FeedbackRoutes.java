package dev.parley.chat.feedback;

import dev.parley.chat.conversation.Branches;
import dev.parley.chat.conversation.Owner;
import dev.parley.platform.http.Answer;
import dev.parley.platform.http.Cursor;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.RouteGroup;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Operations on what people think of answers.
public final class FeedbackRoutes implements RouteGroup {
  private static final int PAGE = 50;

  private final FeedbackStore store;
  private final InstantSource clock;

  public FeedbackRoutes(FeedbackStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public void addTo(Operations operations) {
    operations.on("putFeedback", this::put);
    operations.on("deleteFeedback", this::delete);
    operations.on("listFeedback", this::list);
  }

  private Future<Answer> put(Request request) {
    var call = request.call();
    var wish = request.body(Wish.class);
    var feedback =
        new Feedback(
            request.pathId("message_id"),
            rating(wish.rating()),
            wish.reason(),
            Optional.ofNullable(wish.text()).orElse("").strip(),
            clock.instant().truncatedTo(ChronoUnit.MICROS));
    return store
        .put(
            call, Owner.of(call), request.pathId("conversation_id"), feedback, feedback.updatedAt())
        .compose(there ->
            there
                ? Future.succeededFuture(Answer.json(feedback))
                : Future.failedFuture(Branches.noMessage()));
  }

  private Future<Answer> delete(Request request) {
    var call = request.call();
    return store
        .delete(
            call, Owner.of(call), request.pathId("conversation_id"), request.pathId("message_id"))
        .compose(there ->
            there
                ? Future.succeededFuture(Answer.noContent())
                : Future.failedFuture(Branches.noMessage()));
  }

  private Future<Answer> list(Request request) {
    var limit = request.query("limit").map(Integer::parseInt).orElse(PAGE);
    var rating = request.query("rating").map(FeedbackRoutes::rating).orElse(Feedback.Rating.DOWN);
    var before = request.query("before").map(Cursor::read).orElse(null);
    return store
        .list(
            request.call(),
            rating,
            before == null ? null : before.at(),
            before == null ? null : before.id(),
            limit + 1)
        .map(found -> {
          var page = found.size() > limit ? found.subList(0, limit) : found;
          var last = page.isEmpty() ? null : page.getLast().feedback();
          return Answer.json(
              new Page(
                  page,
                  last == null || found.size() <= limit
                      ? null
                      : new Cursor(last.updatedAt(), last.messageId()).text()));
        });
  }

  private static Feedback.Rating rating(String name) {
    return Feedback.Rating.valueOf(name.toUpperCase(Locale.ROOT));
  }

  private record Wish(String rating, @Nullable String reason, @Nullable String text) {}

  private record Page(List<FeedbackStore.Judged> answers, @Nullable String next) {}
}
