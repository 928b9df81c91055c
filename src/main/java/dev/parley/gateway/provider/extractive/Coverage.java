package dev.parley.gateway.provider.extractive;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How much of a question the units of its sources speak of. A term counts by how much it tells:
/// rare ones among the units count more, those that occur nowhere count most.
final class Coverage {
  /// What is asked now counts more than what was asked before and is only leaned on.
  private static final double OWN = 2;

  private static final double IN_HEADING = 0.7;
  private static final double IN_SENTENCE_BEFORE = 0.4;

  private final Set<String> asked;
  private final List<Unit> units;
  private final List<Set<String>> terms;
  private final Map<String, Double> weights = new HashMap<>();
  private final Map<String, Set<String>> headings = new HashMap<>();
  private final Map<String, Double> named = new HashMap<>();
  private double total;

  Coverage(Asked question, List<Unit> units) {
    this.asked = question.terms();
    this.units = units;
    this.terms = units.stream().map(unit -> Terms.of(unit.text())).toList();
    for (var term : asked) {
      var among = terms.stream().filter(of -> of.contains(term)).count();
      var rarity = Math.log(1 + (units.size() - among + 0.5) / (among + 0.5));
      var weight = question.own().contains(term) ? OWN * rarity : rarity;
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

  /// How well one of the headings above the unit names what is asked: the harmonic mean of the
  /// share of the question in the heading and of the heading in the question, 0 to 1.
  double named(int unit) {
    return named.computeIfAbsent(units.get(unit).heading(), this::bestHeading);
  }

  private double bestHeading(String path) {
    var best = 0.0;
    for (var heading : path.split(" > ", -1)) {
      var of = Terms.of(heading);
      var common = of.stream().filter(asked::contains).count();
      best = Math.max(best, common == 0 ? 0 : 2.0 * common / (of.size() + asked.size()));
    }
    return best;
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
