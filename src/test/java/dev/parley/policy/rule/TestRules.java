package dev.parley.policy.rule;

import dev.parley.policy.match.PiiKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Rules for tests, in the order in which they are named.
final class TestRules {
  static final Action ALLOW = new Action.Allow();
  static final Action DENY = new Action.Deny("Not here.");
  static final Action REDACT = new Action.Redact(null, false);
  static final Action KEEP = new Action.Redact(null, true);

  private final List<Rule> rules = new ArrayList<>();

  TestRules kinds(Action action, PiiKind... kinds) {
    return add(action, new Rule.Condition(List.of(), Set.of(kinds), List.of()));
  }

  TestRules keywords(Action action, String... keywords) {
    return add(action, new Rule.Condition(List.of(), Set.of(), List.of(keywords)));
  }

  TestRules patterns(Action action, String... patterns) {
    return add(action, new Rule.Condition(List.of(patterns), Set.of(), List.of()));
  }

  private TestRules add(Action action, Rule.Condition condition) {
    var id = new UUID(0, rules.size() + 1);
    var name = action.wireName() + rules.size();
    var everywhere = Set.of(Where.values());
    rules.add(new Rule(id, name, 1, true, everywhere, condition, Set.of(), Set.of(), action));
    return this;
  }

  Check check() {
    return new Ruleset(rules).check(Where.OUTPUT, Answerer.model("m")).orElseThrow();
  }
}
