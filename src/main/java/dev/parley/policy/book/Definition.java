package dev.parley.policy.book;

import dev.parley.platform.http.Json;
import dev.parley.policy.match.PiiKind;
import dev.parley.policy.rule.Action;
import dev.parley.policy.rule.Rule;
import dev.parley.policy.rule.Where;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A rule as it is stored and shown, without its name.
record Definition(
    Set<Where> where,
    @Nullable List<String> patterns,
    @Nullable Set<PiiKind> kinds,
    @Nullable List<String> keywords,
    @Nullable Set<String> routes,
    @Nullable Set<String> assistants,
    Action action) {

  static Definition of(Rule rule) {
    var condition = rule.condition();
    return new Definition(
        new TreeSet<>(rule.where()),
        condition.patterns(),
        new TreeSet<>(condition.kinds()),
        condition.keywords(),
        new TreeSet<>(rule.routes()),
        new TreeSet<>(rule.assistants()),
        rule.action());
  }

  static Definition read(String stored) {
    return Json.readOwn(stored, Definition.class);
  }

  String text() {
    return Json.text(this);
  }

  Rule rule(UUID id, String name, int version, boolean enabled) {
    var condition =
        new Rule.Condition(
            patterns == null ? List.of() : patterns,
            kinds == null ? Set.of() : kinds,
            keywords == null ? List.of() : keywords);
    return new Rule(
        id,
        name,
        version,
        enabled,
        where,
        condition,
        routes == null ? Set.of() : routes,
        assistants == null ? Set.of() : assistants,
        action);
  }
}
