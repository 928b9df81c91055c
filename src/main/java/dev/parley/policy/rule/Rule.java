package dev.parley.policy.rule;

import dev.parley.policy.match.Detector;
import dev.parley.policy.match.PiiKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an administrator wants done about what stands in texts.
///
/// @param version of this rule, counted from 1
/// @param routes names of the models it is for; none for all
/// @param assistants names of the assistants it is for; none for all, and for programs that ask
///   models themselves
public record Rule(
    UUID id,
    String name,
    int version,
    boolean enabled,
    Set<Where> where,
    Condition condition,
    Set<String> routes,
    Set<String> assistants,
    Action action) {
  public Rule {
    where = Set.copyOf(where);
    routes = Set.copyOf(routes);
    assistants = Set.copyOf(assistants);
  }

  /// What is looked for: any of these.
  ///
  /// @param patterns of RE2
  public record Condition(List<String> patterns, Set<PiiKind> kinds, List<String> keywords) {
    public Condition {
      patterns = List.copyOf(patterns);
      kinds = Set.copyOf(kinds);
      keywords = List.copyOf(keywords);
    }
  }

  /// What finds it.
  ///
  /// @throws dev.parley.policy.match.PatternFault when a pattern cannot be used
  List<Detector> detectors() {
    var all = new ArrayList<Detector>();
    condition.kinds().stream().sorted().map(Detector::of).forEach(all::add);
    condition.keywords().stream().map(Detector::ofKeyword).forEach(all::add);
    condition.patterns().stream().map(Detector::ofPattern).forEach(all::add);
    return all;
  }

  /// How many code points of a text on its way may wait for what comes because of it.
  public int holdsBack() {
    return 1
        + detectors().stream()
            .filter(Detector::followsStreams)
            .mapToInt(Detector::longest)
            .max()
            .orElse(0);
  }

  boolean concerns(Where place, Answerer answerer) {
    return enabled
        && where.contains(place)
        && (routes.isEmpty() || routes.contains(answerer.model()))
        && (assistants.isEmpty() || isFor(answerer.assistant()));
  }

  private boolean isFor(@Nullable String assistant) {
    return assistant != null && assistants.contains(assistant);
  }
}
