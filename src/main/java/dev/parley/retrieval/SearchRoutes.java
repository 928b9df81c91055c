package dev.parley.retrieval;

import dev.parley.platform.http.Answer;
import dev.parley.platform.http.HttpProblem;
import dev.parley.platform.http.Problem.Offence;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.RouteGroup;
import dev.parley.platform.time.Stopwatch;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// `POST /api/v1/knowledge/search`.
final class SearchRoutes implements RouteGroup {
  private static final int PASSAGES = 8;

  private final Search search;

  SearchRoutes(Search search) {
    this.search = search;
  }

  @Override
  public void addTo(Operations operations) {
    operations.on("search", this::search);
  }

  private Future<Answer> search(Request request) {
    var watch = Stopwatch.start();
    var wish = request.body(Wish.class);
    if (wish.query().isBlank()) {
      throw new HttpProblem.Invalid(
          "The question is empty.", List.of(new Offence("/query", "must not be blank")));
    }
    var query =
        new Query(
            wish.query().strip(),
            List.of(),
            Query.Within.base(wish.base()),
            Optional.ofNullable(wish.mode()).orElse(Query.Mode.HYBRID),
            Optional.ofNullable(wish.limit()).orElse(PASSAGES));
    return search
        .find(request.call(), query)
        .map(passages -> Answer.json(new Found(passages, watch.millis())));
  }

  private record Wish(
      String query, @Nullable Integer limit, @Nullable UUID base, Query.@Nullable Mode mode) {}

  private record Found(List<Passage> passages, long tookMs) {}
}
