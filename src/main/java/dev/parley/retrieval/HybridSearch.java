package dev.parley.retrieval;

import dev.parley.call.Call;
import dev.parley.gateway.spi.Embedder;
import dev.parley.gateway.spi.Embedder.Urgency;
import dev.parley.platform.lifecycle.Stories;
import dev.parley.platform.observe.Log;
import dev.parley.retrieval.Query.Said;
import dev.parley.retrieval.document.BaseStore;
import dev.parley.retrieval.document.BaseStore.Searched;
import dev.parley.retrieval.document.PassageStore;
import dev.parley.retrieval.document.PassageStore.PassageKey;
import dev.parley.retrieval.document.PassageStore.StoredPassage;
import dev.parley.retrieval.search.ConversationQuery;
import dev.parley.retrieval.search.Highlight;
import dev.parley.retrieval.search.PassageIndex;
import dev.parley.retrieval.search.PassageQuery;
import dev.parley.retrieval.search.PassageScope;
import dev.parley.retrieval.search.ScoredPassage;
import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.Histogram;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Question in, passages out: embed the question, ask the index for what whoever asks may read,
/// read the passages from the tables. The tables have the last word: what they no longer hold, or
/// no longer show this caller, is not found, whatever the index says.
final class HybridSearch implements Search {
  private static final Log LOG = Log.of(HybridSearch.class);

  /// Some of what the index proposes may be gone; so many more are asked for.
  private static final int SPARE = 8;

  /// Passages of the conversation's own documents that are found in any case.
  private static final int OWN = 3;

  private static final long SETTLE_MS = 500;

  private final Embedder embedder;
  private final PassageIndex index;
  private final IndexRunner follower;
  private final BaseStore bases;
  private final PassageStore passages;
  private final Stories searches;
  private final Histogram durations;

  HybridSearch(
      Embedder embedder,
      PassageIndex index,
      IndexRunner follower,
      BaseStore bases,
      PassageStore passages,
      Stories searches,
      CollectorRegistry registry) {
    this.embedder = embedder;
    this.index = index;
    this.follower = follower;
    this.bases = bases;
    this.passages = passages;
    this.searches = searches;
    this.durations =
        Histogram.build("search_duration_seconds", "Question in, passages out.")
            .buckets(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1)
            .register(registry);
  }

  @Override
  public Future<List<Passage>> find(Call call, Query query) {
    var timer = durations.startTimer();
    var asked = compose(query);
    var within = query.within();
    var allowed = bases.searched(call, within.bases(), within.conversation());
    var vector = settled().compose(_ -> vector(call, query, asked.toEmbed()));
    return Future.all(allowed, vector)
        .compose(_ ->
            searches.start(() -> proposed(call, query, asked, vector.result(), allowed.result())))
        .compose(scored -> load(call, scored, query))
        .onComplete(_ -> timer.observeDuration());
  }

  /// What was just read in can be found by whoever saw that it is ready. The wait is bounded: an
  /// index that is behind still answers.
  private Future<Void> settled() {
    return follower.settled().timeout(SETTLE_MS, TimeUnit.MILLISECONDS).otherwiseEmpty();
  }

  private static ConversationQuery compose(Query query) {
    var turns = new ArrayList<String>();
    query.earlier().stream().filter(Said::byUser).map(Said::text).forEach(turns::add);
    turns.add(query.text());
    var lastAnswer =
        query.earlier().stream().filter(said -> !said.byUser()).reduce((_, last) -> last);
    return ConversationQuery.of(turns, lastAnswer.map(Said::text).orElse(null));
  }

  /// Without a vector the text alone finds: poorer, but an answer.
  private Future<Optional<float[]>> vector(Call call, Query query, String text) {
    if (query.mode() == Query.Mode.TEXT) {
      return Future.succeededFuture(Optional.empty());
    }
    return embedder
        .embed(call, List.of(text), Urgency.QUESTION)
        .map(vectors -> Optional.of(vectors.getFirst()))
        .otherwise(failure -> {
          LOG.warning(call, "question not embedded", "cause", failure);
          return Optional.empty();
        });
  }

  private List<ScoredPassage> proposed(
      Call call, Query query, ConversationQuery asked, Optional<float[]> vector, Searched bases) {
    var everywhere = PassageScope.bases(call.workspace(), bases.all());
    var best = index.search(question(query, asked, vector, everywhere));
    if (bases.own().isEmpty()) {
      return best;
    }
    var own = PassageScope.bases(call.workspace(), bases.own());
    return withOwn(best, index.search(question(query, asked, vector, own)), query.limit());
  }

  /// Whoever gives a conversation a document and asks what it says hardly names it, so some of its
  /// passages are among the found in any case.
  private static List<ScoredPassage> withOwn(
      List<ScoredPassage> best, List<ScoredPassage> own, int limit) {
    var all = new ArrayList<>(best);
    var shown = best.stream().limit(limit).map(HybridSearch::key).toList();
    var left = own.stream().limit(OWN).filter(passage -> !shown.contains(key(passage))).toList();
    all.removeIf(passage -> left.stream().anyMatch(one -> key(one).equals(key(passage))));
    all.addAll(Math.max(0, Math.min(limit, all.size()) - left.size()), left);
    return all;
  }

  private static PassageQuery question(
      Query query, ConversationQuery asked, Optional<float[]> vector, PassageScope scope) {
    var mode =
        switch (query.mode()) {
          case HYBRID -> PassageQuery.Mode.HYBRID;
          case TEXT -> PassageQuery.Mode.TEXT;
          case VECTORS -> PassageQuery.Mode.VECTORS;
        };
    return new PassageQuery(asked.texts(), vector.orElse(null), scope, mode, query.limit() + SPARE);
  }

  private Future<List<Passage>> load(Call call, List<ScoredPassage> scored, Query query) {
    if (scored.isEmpty()) {
      return Future.succeededFuture(List.of());
    }
    return passages
        .load(call, scored.stream().map(HybridSearch::key).toList(), query.within().conversation())
        .map(stored -> inOrder(scored, stored, query));
  }

  private static List<Passage> inOrder(
      List<ScoredPassage> scored, Map<PassageKey, StoredPassage> stored, Query query) {
    var found = new ArrayList<Passage>();
    for (var hit : scored) {
      var passage = passage(hit, stored.get(key(hit)), query.text());
      if (passage != null && found.size() < query.limit()) {
        found.add(passage);
      }
    }
    return found;
  }

  private static @Nullable Passage passage(
      ScoredPassage hit, @Nullable StoredPassage stored, String question) {
    if (stored == null) {
      return null;
    }
    var chunk = stored.chunk();
    var highlights =
        Highlight.of(chunk.text(), question).stream()
            .map(span -> new Passage.Span(span.start(), span.end()))
            .toList();
    return new Passage(
        stored.key().document(),
        stored.key().version(),
        stored.title(),
        stored.url(),
        chunk.headingPath(),
        chunk.page(),
        chunk.anchor(),
        chunk.start(),
        chunk.end(),
        chunk.text(),
        Math.clamp(hit.score(), 0, 1),
        highlights);
  }

  private static PassageKey key(ScoredPassage scored) {
    return new PassageKey(scored.document(), scored.version(), scored.ordinal());
  }
}
