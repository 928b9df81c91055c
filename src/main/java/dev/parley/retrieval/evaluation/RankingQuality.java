package dev.parley.retrieval.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// What one ranked list is worth, given the grades of what is relevant. All are 0 to 1.
final class RankingQuality {
  private RankingQuality() {}

  /// Normalised discounted cumulative gain at `depth`: the sum of `grade / log2(rank + 1)` over the
  /// first `depth` results, divided by the same sum for the best possible order (Järvelin,
  /// Kekäläinen: *Cumulated gain-based evaluation of IR techniques*, ACM TOIS 20(4), 2002). The
  /// gain is the grade itself, as in `trec_eval` and BEIR.
  static double ndcg(List<String> ranked, Map<String, Integer> grades, int depth) {
    var ideal = new ArrayList<>(grades.values());
    ideal.sort(Comparator.reverseOrder());
    var best = gain(ideal, depth);
    var found = ranked.stream().map(id -> grades.getOrDefault(id, 0)).toList();
    return best > 0 ? gain(found, depth) / best : 0;
  }

  private static double gain(List<Integer> grades, int depth) {
    var sum = 0.0;
    for (var at = 0; at < Math.min(depth, grades.size()); at++) {
      sum += grades.get(at) * Math.log(2) / Math.log(at + 2.0);
    }
    return sum;
  }

  /// Share of all relevant paragraphs that stand among the first `depth` (recall at `depth`).
  static double recall(List<String> ranked, Map<String, Integer> grades, int depth) {
    if (grades.isEmpty()) {
      return 0;
    }
    var found = ranked.stream().limit(depth).filter(grades::containsKey).count();
    return (double) found / grades.size();
  }

  /// One over the rank of the first relevant result, 0 when none is among the first `depth`; its
  /// mean over questions is the mean reciprocal rank (Voorhees: *The TREC-8 Question Answering
  /// Track Report*, 1999).
  static double reciprocalRank(List<String> ranked, Map<String, Integer> grades, int depth) {
    for (var at = 0; at < Math.min(depth, ranked.size()); at++) {
      if (grades.containsKey(ranked.get(at))) {
        return 1.0 / (at + 1);
      }
    }
    return 0;
  }
}
