package dev.parley.policy;

import dev.parley.policy.Judged.HandOver;
import dev.parley.policy.rule.Action;
import dev.parley.policy.rule.Check;
import dev.parley.policy.rule.Check.Hit;
import dev.parley.policy.rule.Placeholders;
import dev.parley.policy.rule.Ruling;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the rules say of several texts together.
///
/// @param denied the first thing that is
record Reading(Judged judged, @Nullable Hit denied, boolean redacted) {

  static Reading untouched(Said said) {
    var judged =
        new Judged(said.asked(), said.before(), said.beside(), said.placeholders(), null, null);
    return new Reading(judged, null, false);
  }

  static Reading of(Check check, Said said) {
    var placeholders = said.placeholders();
    var rulings = new ArrayList<Ruling>();
    for (var text : said.asked()) {
      var ruling = check.of(text, placeholders);
      if (ruling.denied() != null) {
        return new Reading(untouched(said).judged(), ruling.denied(), false);
      }
      rulings.add(ruling);
    }
    var asked = rulings.stream().map(Ruling::text).toList();
    var before = redacted(check, said.before(), placeholders);
    var beside = redacted(check, said.beside(), placeholders);
    var judged =
        new Judged(
            asked, before, beside, placeholders, route(check, rulings, said), handOver(rulings));
    var redacted =
        !asked.equals(said.asked())
            || !before.equals(said.before())
            || !beside.equals(said.beside());
    return new Reading(judged, null, redacted);
  }

  private static List<String> redacted(Check check, List<String> texts, Placeholders placeholders) {
    return texts.stream().map(text -> check.redacted(text, placeholders)).toList();
  }

  private static @Nullable HandOver handOver(Iterable<Ruling> rulings) {
    for (var ruling : rulings) {
      var hit = ruling.calling();
      if (hit != null && hit.rule().action() instanceof Action.HandOver(var reply)) {
        return HandOver.of(hit.rule().name(), reply);
      }
    }
    return null;
  }

  /// Where the first text is to go that must not go just anywhere, the newest words before older
  /// ones.
  private static @Nullable String route(Check check, List<Ruling> rulings, Said said) {
    var hits =
        Stream.concat(
            rulings.stream().map(Ruling::routed),
            said.before().reversed().stream().map(check::routed));
    return hits.filter(Objects::nonNull)
        .map(hit -> hit.rule().action())
        .filter(Action.Route.class::isInstance)
        .map(action -> ((Action.Route) action).model())
        .findFirst()
        .orElse(null);
  }
}
