package dev.parley.tools.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The `pattern`s of a schema that stand at properties and items, asked of an engine that takes
/// time in proportion to the text. One that this engine cannot read is left to the tool itself.
final class Patterns {
  private static final int DEEPEST = 24;

  private final List<Rule> rules;

  private record Rule(List<String> path, Pattern pattern) {}

  private Patterns(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  static Patterns of(JsonNode schema) {
    var rules = new ArrayList<Rule>();
    collect(schema, List.of(), rules);
    return new Patterns(rules);
  }

  Optional<String> fault(JsonNode arguments) {
    for (var rule : rules) {
      if (!fits(arguments, rule, 0)) {
        return Optional.of(
            "The arguments do not fit. /"
                + String.join("/", rule.path())
                + ": must match "
                + rule.pattern());
      }
    }
    return Optional.empty();
  }

  private static boolean fits(JsonNode value, Rule rule, int depth) {
    if (depth == rule.path().size()) {
      return !value.isTextual() || rule.pattern().matcher(value.asText()).find();
    }
    var step = rule.path().get(depth);
    if (!step.equals("*")) {
      return !value.has(step) || fits(value.get(step), rule, depth + 1);
    }
    for (var item : value) {
      if (value.isArray() && !fits(item, rule, depth + 1)) {
        return false;
      }
    }
    return true;
  }

  private static void collect(JsonNode schema, List<String> path, List<Rule> rules) {
    if (path.size() > DEEPEST) {
      return;
    }
    if (schema.path("pattern").isTextual()) {
      try {
        rules.add(new Rule(path, Pattern.compile(schema.path("pattern").asText())));
      } catch (PatternSyntaxException _) {
        return;
      }
    }
    schema
        .path("properties")
        .properties()
        .forEach(entry -> collect(entry.getValue(), below(path, entry.getKey()), rules));
    if (schema.path("items").isObject()) {
      collect(schema.path("items"), below(path, "*"), rules);
    }
  }

  private static List<String> below(List<String> path, String step) {
    var longer = new ArrayList<>(path);
    longer.add(step);
    return List.copyOf(longer);
  }
}
