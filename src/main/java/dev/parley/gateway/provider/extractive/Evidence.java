package dev.parley.gateway.provider.extractive;

/// What speaks for answering at all: facts of the best unit. The limits were chosen on 150
/// questions about paragraphs of an encyclopedia: 113 of 123 right answers pass them, 2 of 150
/// questions whose subject is not in the documents do, and 64 of 150 whose one right paragraph
/// alone is missing.
///
/// @param covered share of the question that the unit and its surroundings hold, 0 to 1
/// @param likeness cosine of the question and the unit; NaN where nobody could tell
record Evidence(double covered, double likeness) {
  private static final double ENOUGH = 0.87;
  private static final double WORTH_OF_WORDS = 0.5;
  private static final double LEAST_ALIKE = 0.6;
  private static final double ENOUGH_BY_WORDS = 0.5;

  static Evidence of(Candidate best) {
    return new Evidence(best.covered(), best.likeness());
  }

  boolean isEnough() {
    if (Double.isNaN(likeness)) {
      return covered >= ENOUGH_BY_WORDS;
    }
    return likeness >= LEAST_ALIKE && WORTH_OF_WORDS * covered + likeness >= ENOUGH;
  }
}
