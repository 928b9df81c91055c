package dev.parley.gateway.provider.extractive;

import java.util.Set;

/// A unit that may be part of the answer, and how well it fits.
///
/// @param at its place among all units
/// @param terms what it is about
/// @param own share of the question that stands in it, 0 to 1
/// @param covered the same with what stands around it
/// @param likeness cosine of question and unit; NaN where nobody could tell
/// @param score what the order is by
record Candidate(
    int at,
    Unit unit,
    Set<String> terms,
    double own,
    double covered,
    double likeness,
    double score) {
  private static final double ENOUGH_IN_COMMON = 0.7;

  /// Whether quoting both would say the same twice.
  boolean repeats(Candidate other) {
    if (unit.text().equals(other.unit.text())) {
      return true;
    }
    var smaller = terms.size() < other.terms.size() ? terms : other.terms;
    var larger = terms.size() < other.terms.size() ? other.terms : terms;
    if (smaller.isEmpty()) {
      return false;
    }
    var common = smaller.stream().filter(larger::contains).count();
    return common >= ENOUGH_IN_COMMON * smaller.size() && common >= 0.5 * larger.size();
  }
}
