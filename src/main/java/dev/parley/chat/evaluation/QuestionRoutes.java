package dev.parley.chat.evaluation;

import dev.parley.call.Call;
import dev.parley.chat.evaluation.GroupQuestions.Group;
import dev.parley.gateway.spi.Embedder;
import dev.parley.gateway.spi.Embedder.Urgency;
import dev.parley.platform.http.Answer;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.RouteGroup;
import dev.parley.platform.lifecycle.Stories;
import dev.parley.platform.observe.Log;
import io.vertx.core.Future;
import java.lang.Character.UnicodeScript;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Questions that had no good answer, in groups.
final class QuestionRoutes implements RouteGroup {
  private static final Log LOG = Log.of(QuestionRoutes.class);
  private static final Duration PERIOD = Duration.ofDays(30);
  private static final int SHOWN = 10;
  private static final int AT_ONCE = 2;

  /// The others are compared by their words: vectors take a few milliseconds each.
  private static final int MOST_VECTORS = 300;

  private final Stories groupings = new Stories("grouping", AT_ONCE);
  private final QuestionStore store;
  private final Embedder embedder;
  private final InstantSource clock;

  QuestionRoutes(QuestionStore store, Embedder embedder, InstantSource clock) {
    this.store = store;
    this.embedder = embedder;
    this.clock = clock;
  }

  @Override
  public void addTo(Operations operations) {
    operations.on("listUnansweredQuestions", this::list);
  }

  private Future<Answer> list(Request request) {
    var call = request.call();
    return store
        .list(call, clock.instant().minus(PERIOD))
        .compose(questions ->
            vectors(call, questions)
                .compose(vectors -> groupings.start(() -> GroupQuestions.of(questions, vectors)))
                .map(groups -> Answer.json(All.of(questions, groups))));
  }

  /// None where they cannot be had.
  private Future<Map<UUID, float[]>> vectors(Call call, List<AskedQuestion> questions) {
    var some =
        questions.stream().filter(one -> isRead(one.question())).limit(MOST_VECTORS).toList();
    if (some.size() < 2) {
      return Future.succeededFuture(Map.of());
    }
    return embedder
        .embed(call, some.stream().map(AskedQuestion::question).toList(), Urgency.INGEST)
        .map(found -> {
          Map<UUID, float[]> vectors = new HashMap<>();
          for (var i = 0; i < some.size(); i++) {
            vectors.put(some.get(i).id(), found.get(i));
          }
          return vectors;
        })
        .recover(failure -> {
          LOG.warning(call, "questions are grouped by their words", "cause", failure);
          return Future.succeededFuture(Map.of());
        });
  }

  /// Whether the model knows the letters: to one of English all others look alike.
  private static boolean isRead(String question) {
    var letters = question.codePoints().filter(Character::isLetter).count();
    var latin =
        question
            .codePoints()
            .filter(Character::isLetter)
            .filter(c -> UnicodeScript.of(c) == UnicodeScript.LATIN)
            .count();
    return letters > 0 && latin * 10 >= letters * 9;
  }

  private record All(int unanswered, int disliked, List<GroupView> groups) {
    static All of(List<AskedQuestion> questions, List<Group> groups) {
      return new All(
          (int) questions.stream().filter(AskedQuestion::unanswered).count(),
          (int) questions.stream().filter(AskedQuestion::disliked).count(),
          groups.stream().map(GroupView::of).toList());
    }
  }

  /// @param lastAt when the latest of them was answered
  private record GroupView(
      String question,
      int count,
      int unanswered,
      int disliked,
      Instant lastAt,
      List<QuestionView> questions) {
    static GroupView of(Group group) {
      var all = group.questions();
      var first = all.getFirst();
      return new GroupView(
          first.question(),
          all.size(),
          (int) all.stream().filter(AskedQuestion::unanswered).count(),
          (int) all.stream().filter(AskedQuestion::disliked).count(),
          first.askedAt(),
          all.stream().limit(SHOWN).map(QuestionView::of).toList());
    }
  }

  private record QuestionView(
      UUID id,
      String question,
      @Nullable UUID assistantId,
      Instant askedAt,
      boolean unanswered,
      @Nullable String reason) {
    static QuestionView of(AskedQuestion one) {
      return new QuestionView(
          one.id(),
          one.question(),
          one.assistantId(),
          one.askedAt(),
          one.unanswered(),
          one.reason());
    }
  }
}
