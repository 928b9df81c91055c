package dev.parley.retrieval.search;

/// Words to look for and how much they count. A word in several texts counts with the sum.
///
/// @param text plain words; nothing in it is syntax
/// @param weight above 0; the question itself has 1
public record WeightedText(String text, double weight) {
  public WeightedText {
    if (!(weight > 0) || Double.isInfinite(weight)) {
      throw new IllegalArgumentException("a weight is above 0: " + weight);
    }
  }

  /// The words of the question itself.
  public static WeightedText of(String text) {
    return new WeightedText(text, 1);
  }
}
