package dev.parley.policy;

import dev.parley.policy.Judged.HandOver;
import dev.parley.policy.rule.Action;
import dev.parley.policy.rule.Check;
import dev.parley.policy.rule.Check.Hit;
import dev.parley.policy.rule.Ruling;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/// What the rules say of several texts together.
///
/// @param denied the first thing that is
record Reading(Judged judged, @Nullable Hit denied, boolean redacted) {

  static Reading untouched(Said said) {
    var judged = new Judged(said.asked(), said.beside(), said.placeholders(), null, null);
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
    var beside = said.beside().stream().map(text -> check.redacted(text, placeholders)).toList();
    var judged = new Judged(asked, beside, placeholders, route(rulings), handOver(rulings));
    var redacted = !asked.equals(said.asked()) || !beside.equals(said.beside());
    return new Reading(judged, null, redacted);
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

  private static @Nullable String route(Iterable<Ruling> rulings) {
    for (var ruling : rulings) {
      var hit = ruling.routed();
      if (hit != null && hit.rule().action() instanceof Action.Route(var model)) {
        return model;
      }
    }
    return null;
  }
}
