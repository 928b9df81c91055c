package dev.parley.retrieval.search;

import java.util.Map;

/// How passages are put in order.
///
/// @param vectorWeight share of the cosine in the hybrid score, 0 to 1; the rest is the text's
/// @param candidates how many passages each side of the hybrid proposes, 1 to 1,000
/// @param k1 BM25's saturation of repeated words
/// @param b BM25's correction for long passages, 0 to 1
/// @param vectorWeightByLanguage share of the cosine for passages in these languages (BCP 47),
///   where the embedding model earns less or more than `vectorWeight`; 0 ranks them by text alone
public record Ranking(
    double vectorWeight,
    int candidates,
    float k1,
    float b,
    Map<String, Double> vectorWeightByLanguage) {
  static final int MAX_CANDIDATES = 1000;

  public Ranking {
    vectorWeightByLanguage = Map.copyOf(vectorWeightByLanguage);
    requireShare(vectorWeight);
    requireShare(b);
    vectorWeightByLanguage.values().forEach(Ranking::requireShare);
    if (candidates < 1 || candidates > MAX_CANDIDATES || !(k1 >= 0)) {
      throw new IllegalArgumentException("candidates " + candidates + ", k1 " + k1);
    }
  }

  /// What did best on the sets we measured: equal halves, 100 candidates each, BM25 as published.
  public static Ranking standard() {
    return new Ranking(0.5, 100, 1.2f, 0.75f, Map.of());
  }

  double vectorWeight(String language) {
    return vectorWeightByLanguage.getOrDefault(language, vectorWeight);
  }

  private static void requireShare(double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException("a share lies between 0 and 1: " + value);
    }
  }
}
