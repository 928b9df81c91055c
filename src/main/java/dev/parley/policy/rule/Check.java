package dev.parley.policy.rule;

import dev.parley.policy.match.Detector;
import dev.parley.policy.match.Incoming;
import dev.parley.policy.match.Lane;
import dev.parley.policy.rule.Ruleset.Made;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What some rules say of texts. Immutable; safe from any thread.
///
/// Denying, redacting, routing and handing over do not see each other: a word that is denied is
/// found also inside of something that is redacted. Each of them sees what is allowed.
public final class Check {
  private final Finders redacting;
  private final Finders denying;
  private final Finders routing;
  private final Finders calling;

  Check(List<Made> rules) {
    redacting = Finders.of(rules, action -> action instanceof Action.Redact);
    denying = Finders.of(rules, action -> action instanceof Action.Deny);
    routing = Finders.of(rules, action -> action instanceof Action.Route);
    calling = Finders.of(rules, action -> action instanceof Action.HandOver);
  }

  /// What the rules say of a whole text.
  ///
  /// @param placeholders for what is to be put back; null where nothing is
  public Ruling of(String text, @Nullable Placeholders placeholders) {
    var incoming = Incoming.whole(text);
    var denied = denied(incoming);
    var routed = first(routing, incoming);
    var called = first(calling, incoming);
    var hits = new ArrayList<Hit>();
    var end = denied == null ? text.length() : denied.from();
    var out = redacted(text, end, hits, placeholders);
    if (denied != null) {
      hits.add(denied);
    }
    if (routed != null) {
      hits.add(routed);
    }
    if (called != null) {
      hits.add(called);
    }
    return new Ruling(out, hits, denied, routed, called);
  }

  /// What sends a whole text to another model; null when nothing does.
  public @Nullable Hit routed(String text) {
    return first(routing, Incoming.whole(text));
  }

  /// A whole text, redacted and no more: nothing of it is denied.
  public String redacted(String text, @Nullable Placeholders placeholders) {
    return redacted(text, text.length(), new ArrayList<>(), placeholders);
  }

  private String redacted(
      String text, int end, List<Hit> hits, @Nullable Placeholders placeholders) {
    var done = 0;
    var out = new StringBuilder();
    for (var hit : redacting.all(Incoming.whole(text))) {
      if (hit.from() >= end) {
        break;
      }
      hits.add(hit);
      out.append(text, done, hit.from());
      out.append(replaced(hit, text.substring(hit.from(), hit.to()), placeholders));
      done = hit.to();
    }
    return out.append(text, done, Math.max(done, end)).toString();
  }

  /// The same for a text that comes in pieces.
  public RedactStream stream() {
    return new RedactStream(redacting, denying);
  }

  /// How many code points of a text on its way may be held back at most: the longest match, and one
  /// to see that it has ended.
  public int holdsBack() {
    return 1 + Math.max(redacting.longest(), denying.longest());
  }

  private @Nullable Hit denied(Incoming text) {
    return denying.all(text).stream()
        .filter(hit -> hit.rule().action() instanceof Action.Deny)
        .findFirst()
        .orElse(null);
  }

  /// Of the first rule that finds something, wherever it stands.
  private static @Nullable Hit first(Finders finders, Incoming text) {
    var found = finders.all(text);
    for (var rule : finders.rules()) {
      for (var hit : found) {
        if (hit.rule().equals(rule) && !(rule.action() instanceof Action.Allow)) {
          return hit;
        }
      }
    }
    return null;
  }

  /// What stands in place of something that a rule to redact or to allow has found.
  static String replaced(Hit hit, String found, @Nullable Placeholders placeholders) {
    if (!(hit.rule().action() instanceof Action.Redact(var replacement, var reversible))) {
      return found;
    }
    if (reversible && placeholders != null) {
      return placeholders.of(hit.label(), found);
    }
    return replacement == null ? "[" + hit.label() + "]" : replacement;
  }

  /// Something that a rule found, in chars; `to` is exclusive.
  ///
  /// @param label what it is: a kind, `keyword` or `pattern`
  public record Hit(Rule rule, String label, int from, int to) {}

  /// Detectors in the order of their rules.
  record Finders(List<Detector> detectors, List<Rule> rules) {
    static Finders of(List<Made> rules, Predicate<Action> wanted) {
      var detectors = new ArrayList<Detector>();
      var owners = new ArrayList<Rule>();
      if (rules.stream().anyMatch(one -> wanted.test(one.rule().action()))) {
        for (var one : rules) {
          var action = one.rule().action();
          if (wanted.test(action) || action instanceof Action.Allow) {
            detectors.addAll(one.detectors());
            one.detectors().forEach(_ -> owners.add(one.rule()));
          }
        }
      }
      return new Finders(List.copyOf(detectors), List.copyOf(owners));
    }

    Lane lane() {
      return new Lane(detectors);
    }

    Hit hit(Lane.Found found) {
      var at = found.at();
      var number = found.detector();
      return new Hit(rules.get(number), detectors.get(number).label(), at.from(), at.to());
    }

    List<Hit> all(Incoming text) {
      var lane = lane();
      var all = new ArrayList<Hit>();
      for (var found = lane.next(text); found.isPresent(); found = lane.next(text)) {
        all.add(hit(found.get()));
      }
      return all;
    }

    int longest() {
      return detectors.stream()
          .filter(Detector::followsStreams)
          .mapToInt(Detector::longest)
          .max()
          .orElse(0);
    }
  }
}
