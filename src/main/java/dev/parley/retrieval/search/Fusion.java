package dev.parley.retrieval.search;

import java.util.List;
import java.util.function.ToDoubleFunction;

/// The hybrid score: a convex combination of BM25 and cosine after each was stretched so that the
/// worst candidate has 0 and the best has 1 (Bruch, Gai, Ingber: *An Analysis of Fusion Functions
/// for Hybrid Retrieval*, ACM TOIS 42(1), 2023). Better than reciprocal ranks, which throw away how
/// far ahead a candidate is.
final class Fusion {
  private Fusion() {}

  /// The candidates with their hybrid scores, in no particular order. One without a vector, or in a
  /// language in which the vectors earn nothing, is scored by its text alone.
  static List<ScoredPassage> of(List<Candidate> candidates, Ranking ranking) {
    var text = Span.of(candidates, Candidate::bm25);
    var vectors =
        Span.of(candidates.stream().filter(Candidate::hasVector).toList(), Candidate::cosine);
    return candidates.stream()
        .map(each -> each.scored(score(each, text, vectors, ranking)))
        .toList();
  }

  private static double score(Candidate candidate, Span text, Span vectors, Ranking ranking) {
    var weight = candidate.hasVector() ? ranking.vectorWeight(candidate.language()) : 0;
    return (1 - weight) * text.share(candidate.bm25())
        + (weight == 0 ? 0 : weight * vectors.share(candidate.cosine()));
  }

  /// From the smallest to the largest of some scores.
  private record Span(double least, double most) {
    static Span of(List<Candidate> candidates, ToDoubleFunction<Candidate> score) {
      var all = candidates.stream().mapToDouble(score).summaryStatistics();
      return new Span(all.getMin(), all.getMax());
    }

    /// 0 to 1; 1 when all are alike.
    double share(double score) {
      return most > least ? (score - least) / (most - least) : 1;
    }
  }
}
