package dev.parley.policy.book;

import dev.parley.policy.rule.Action;
import dev.parley.policy.rule.Answerer;
import dev.parley.policy.rule.Check.Hit;
import dev.parley.policy.rule.Placeholders;
import dev.parley.policy.rule.Ruleset;
import dev.parley.policy.rule.Where;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What would happen to a text.
///
/// @param decision `allow`, `deny`, `redact`, `route` or `hand_over`
/// @param reason what the person is told when it is denied
/// @param route the model that would be asked instead
/// @param text what would go on
record TriedText(
    String decision,
    @Nullable String reason,
    @Nullable String route,
    String text,
    List<Match> matches) {

  /// Something that was found, in code points of the text; `end` is exclusive.
  record Match(UUID policyId, String name, String action, String found, int start, int end) {
    static Match of(String text, Hit hit) {
      var rule = hit.rule();
      var action = rule.action().wireName();
      return new Match(
          rule.id(),
          rule.name(),
          action,
          hit.label(),
          points(text, hit.from()),
          points(text, hit.to()));
    }
  }

  private static int points(String text, int chars) {
    return text.codePointCount(0, chars);
  }

  static TriedText of(Optional<Ruleset> rules, Where where, Answerer answerer, String text) {
    var check = rules.flatMap(all -> all.check(where, answerer));
    if (check.isEmpty()) {
      return new TriedText("allow", null, null, text, List.of());
    }
    var ruling = check.get().of(text, where == Where.OUTPUT ? null : new Placeholders());
    var matches = ruling.hits().stream().map(hit -> Match.of(text, hit)).toList();
    var denied = ruling.denied();
    if (denied != null) {
      var reason = denied.rule().action() instanceof Action.Deny(var said) ? said : null;
      return new TriedText("deny", reason, null, ruling.text(), matches);
    }
    var routed = ruling.routed();
    var other =
        routed != null && routed.rule().action() instanceof Action.Route(var model) ? model : null;
    var changed = ruling.text().equals(text) ? "allow" : "redact";
    var decision = ruling.calling() != null ? "hand_over" : other != null ? "route" : changed;
    return new TriedText(decision, null, other, ruling.text(), matches);
  }
}
