package dev.parley.retrieval.search;

import dev.parley.retrieval.search.PassageQuery.Mode;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;

/// One query against one state of the index: words and vector propose candidates inside the scope,
/// then all are scored by both and put in order.
final class PassageSearch {
  private final IndexSearcher searcher;
  private final Ranking ranking;

  PassageSearch(IndexSearcher searcher, Ranking ranking) {
    this.searcher = searcher;
    this.ranking = ranking;
  }

  List<ScoredPassage> find(PassageQuery query) throws IOException {
    var filter = PassageFields.filter(query.scope());
    if (filter == null) {
      return List.of();
    }
    var terms = QueryTerms.of(searcher, query.scope().workspace(), query.texts());
    var mode = possible(query, terms);
    var wanted = Math.max(ranking.candidates(), query.limit());
    var proposed =
        IntStream.concat(
            mode == Mode.VECTORS ? IntStream.empty() : byWords(terms, filter, wanted),
            mode == Mode.TEXT ? IntStream.empty() : byVector(query, filter, wanted));
    var documents = proposed.sorted().distinct().toArray();
    var candidates = new CandidateReader(searcher, terms, query.vector()).read(documents);
    return ordered(candidates, mode, query.limit());
  }

  /// What is left of the wanted mode, given what the query has.
  private static Mode possible(PassageQuery query, QueryTerms terms) {
    if (query.vector() == null) {
      return Mode.TEXT;
    }
    return query.mode() == Mode.HYBRID && terms.findNothing() ? Mode.VECTORS : query.mode();
  }

  private IntStream byWords(QueryTerms terms, Query filter, int wanted) throws IOException {
    if (terms.findNothing()) {
      return IntStream.empty();
    }
    return documents(terms.query(filter), wanted);
  }

  private IntStream byVector(PassageQuery query, Query filter, int wanted) throws IOException {
    var vector = query.vector();
    if (vector == null) {
      return IntStream.empty();
    }
    var nearest = new KnnFloatVectorQuery(PassageFields.VECTOR, vector, wanted, filter);
    return documents(nearest, wanted);
  }

  private IntStream documents(Query query, int wanted) throws IOException {
    var hits = searcher.search(query, wanted).scoreDocs;
    return IntStream.range(0, hits.length).map(at -> hits[at].doc);
  }

  private List<ScoredPassage> ordered(List<Candidate> candidates, Mode mode, int limit) {
    var scored =
        switch (mode) {
          case TEXT -> candidates.stream().map(each -> each.scored(each.bm25())).toList();
          case VECTORS -> candidates.stream().map(each -> each.scored(each.cosine())).toList();
          case HYBRID -> Fusion.of(candidates, ranking);
        };
    return scored.stream().sorted(ScoredPassage.BEST_FIRST).limit(limit).toList();
  }
}
