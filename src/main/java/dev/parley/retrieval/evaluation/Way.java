package dev.parley.retrieval.evaluation;

import dev.parley.retrieval.search.PassageQuery.Mode;
import dev.parley.retrieval.search.Ranking;
import java.util.ArrayList;
import java.util.List;

/// A way of putting passages in order.
///
/// @param name tells it from others
public record Way(String name, Mode mode, Ranking ranking) {

  /// By words, by vectors, and by both in every mixture; empty lists are the usual values.
  public static List<Way> mixtures(List<Double> weights, List<Integer> candidates) {
    var usual = Ranking.standard();
    var all = new ArrayList<Way>();
    all.add(new Way("text", Mode.TEXT, usual));
    all.add(new Way("vectors", Mode.VECTORS, usual));
    for (var weight : weights.isEmpty() ? List.of(usual.vectorWeight()) : weights) {
      for (var count : candidates.isEmpty() ? List.of(usual.candidates()) : candidates) {
        var name =
            "hybrid"
                + (weights.isEmpty() ? "" : " " + weight)
                + (candidates.isEmpty() ? "" : " of " + count);
        var ranking =
            new Ranking(weight, count, usual.k1(), usual.b(), usual.vectorWeightByLanguage());
        all.add(new Way(name, Mode.HYBRID, ranking));
      }
    }
    return List.copyOf(all);
  }
}
