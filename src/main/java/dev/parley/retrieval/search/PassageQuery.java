package dev.parley.retrieval.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A question to the index.
///
/// @param texts words to look for, strongest claim on attention first: the index reads the first
///   8,000 characters of them all and keeps the 64 terms that tell most
/// @param vector embedding of the question, of length 1; null when there is none
/// @param scope which passages may be seen
/// @param mode what the order is by; falls back to what the query has, so that without a vector
///   every mode is [Mode#TEXT], and a hybrid without usable words is [Mode#VECTORS]
/// @param limit passages wanted, 1 to 1,000
@SuppressWarnings("ArrayRecordComponent") // read once and never compared
public record PassageQuery(
    List<WeightedText> texts, float @Nullable [] vector, PassageScope scope, Mode mode, int limit) {
  private static final int MAX_LIMIT = 1000;

  /// What the order is by.
  public enum Mode {
    /// BM25 of the words.
    TEXT,
    /// Cosine of the embeddings.
    VECTORS,
    /// Both, each stretched over 0 to 1 and added by weight.
    HYBRID
  }

  // Written out: javac does not write @Nullable into the class file for a compact constructor.
  public PassageQuery(
      List<WeightedText> texts,
      float @Nullable [] vector,
      PassageScope scope,
      Mode mode,
      int limit) {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("a query wants 1 to 1,000 passages, not " + limit);
    }
    this.texts = List.copyOf(texts);
    this.vector = vector;
    this.scope = scope;
    this.mode = mode;
    this.limit = limit;
  }

  /// A single question, ranked by words and vector.
  public static PassageQuery hybrid(
      String question, float @Nullable [] vector, PassageScope scope, int limit) {
    return new PassageQuery(List.of(WeightedText.of(question)), vector, scope, Mode.HYBRID, limit);
  }
}
