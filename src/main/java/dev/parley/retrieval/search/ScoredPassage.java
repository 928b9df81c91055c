package dev.parley.retrieval.search;

import java.util.Comparator;
import java.util.UUID;

/// A passage that was found. `score` orders the answer to one query and says nothing about
/// relevance as such: the best of a bad lot has 1 in a hybrid. Who must know whether *anything*
/// fits looks at [#relevance()], or at `coverage` where there are no vectors.
///
/// @param version of the document it was taken from
/// @param ordinal of the chunk in that version
/// @param score what the order is by: 0 to 1 in a hybrid, else `textScore` or `vectorScore`
/// @param textScore BM25, at least 0; 0 when none of the words occurs
/// @param vectorScore cosine of question and passage, −1 to 1; 0 when either has no vector
/// @param coverage share of the question's words, weighted by how much they tell (inverse document
///   frequency in the workspace), that the passage contains, 0 to 1
public record ScoredPassage(
    UUID document,
    int version,
    int ordinal,
    double score,
    double textScore,
    double vectorScore,
    double coverage) {

  /// How well it fits in itself, comparable between questions to one embedding model: separates
  /// questions that the documents answer from those they do not better than either part alone.
  public double relevance() {
    return vectorScore + coverage / 2;
  }

  /// Best first. Equal scores stand by document id and ordinal, so the order does not depend on the
  /// order in which documents came in.
  static final Comparator<ScoredPassage> BEST_FIRST =
      Comparator.comparingDouble(ScoredPassage::score)
          .reversed()
          .thenComparing(ScoredPassage::document)
          .thenComparingInt(ScoredPassage::ordinal);
}
