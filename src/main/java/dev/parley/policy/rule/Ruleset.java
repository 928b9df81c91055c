package dev.parley.policy.rule;

import dev.parley.policy.match.Detector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The rules of a workspace, ready for use. Immutable; safe from any thread.
public final class Ruleset {
  private static final String UNNAMED = "";

  private final List<Made> rules;
  private final Set<String> models;
  private final Set<String> assistants;
  private final Map<Place, Optional<Check>> checks = new ConcurrentHashMap<>();

  /// @param rules in their order: what an earlier one finds is not for a later one
  public Ruleset(List<Rule> rules) {
    this.rules = rules.stream().map(rule -> new Made(rule, rule.detectors())).toList();
    this.models = named(rules, Rule::routes);
    this.assistants = named(rules, Rule::assistants);
  }

  private static Set<String> named(List<Rule> rules, Function<Rule, Set<String>> names) {
    return rules.stream()
        .flatMap(rule -> names.apply(rule).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /// A rule and what finds its things.
  record Made(Rule rule, List<Detector> detectors) {}

  public List<Rule> rules() {
    return rules.stream().map(Made::rule).toList();
  }

  /// What is to be asked about a text; empty when no rule is for it.
  public Optional<Check> check(Where where, Answerer answerer) {
    return checks.computeIfAbsent(new Place(where, known(answerer)), this::make);
  }

  /// Those whom no rule names are all the same, so that there are few checks.
  private Answerer known(Answerer answerer) {
    var assistant = answerer.assistant();
    return new Answerer(
        models.contains(answerer.model()) ? answerer.model() : UNNAMED,
        assistant != null && assistants.contains(assistant) ? assistant : null);
  }

  private Optional<Check> make(Place place) {
    var those = new ArrayList<Made>();
    for (var one : rules) {
      if (one.rule().concerns(place.where(), place.answerer())) {
        those.add(one);
      }
    }
    return those.isEmpty() ? Optional.empty() : Optional.of(new Check(those));
  }

  private record Place(Where where, Answerer answerer) {}
}
