package dev.parley.gateway.provider.extractive;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How much of a question the units of its sources speak of. A term counts by how much it tells:
/// rare ones among the units count more, those that occur nowhere count most.
final class Coverage {
  private static final double IN_HEADING = 0.7;
  private static final double IN_SENTENCE_BEFORE = 0.4;

  private final Set<String> asked;
  private final List<Unit> units;
  private final List<Set<String>> terms;
  private final Map<String, Double> weights = new HashMap<>();
  private final Map<String, Set<String>> headings = new HashMap<>();
  private double total;

  Coverage(Set<String> asked, List<Unit> units) {
    this.asked = asked;
    this.units = units;
    this.terms = units.stream().map(unit -> Terms.of(unit.text())).toList();
    for (var term : asked) {
      var among = terms.stream().filter(of -> of.contains(term)).count();
      var weight = Math.log(1 + (units.size() - among + 0.5) / (among + 0.5));
      weights.put(term, weight);
      total += weight;
    }
  }

  Set<String> terms(int unit) {
    return terms.get(unit);
  }

  /// Share of the question that stands in the unit itself, 0 to 1.
  double own(int unit) {
    return share(unit, 0, 0);
  }

  /// The same where what stands in its headings and in the sentence before it counts in part.
  double withContext(int unit) {
    return share(unit, IN_HEADING, IN_SENTENCE_BEFORE);
  }

  private double share(int unit, double inHeading, double before) {
    if (total == 0) {
      return 0;
    }
    var sum = 0.0;
    for (var term : asked) {
      sum += weights.getOrDefault(term, 0.0) * presence(unit, term, inHeading, before);
    }
    return sum / total;
  }

  private double presence(int unit, String term, double inHeading, double before) {
    if (terms.get(unit).contains(term)) {
      return 1;
    }
    if (inHeading > 0 && heading(unit).contains(term)) {
      return inHeading;
    }
    return before > 0 && inSentenceBefore(unit, term) ? before : 0;
  }

  private Set<String> heading(int unit) {
    return headings.computeIfAbsent(units.get(unit).heading(), Terms::of);
  }

  private boolean inSentenceBefore(int unit, String term) {
    return unit > 0
        && units.get(unit - 1).source() == units.get(unit).source()
        && terms.get(unit - 1).contains(term);
  }
}
