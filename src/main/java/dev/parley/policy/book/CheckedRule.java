package dev.parley.policy.book;

import dev.parley.platform.http.HttpProblem;
import dev.parley.platform.http.Problem.Offence;
import dev.parley.policy.match.Detector;
import dev.parley.policy.match.PatternFault;
import dev.parley.policy.rule.Action;
import dev.parley.policy.rule.Rule;
import dev.parley.policy.rule.Where;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Rules that can be used.
final class CheckedRule {
  private CheckedRule() {}

  /// The rule; throws [HttpProblem.Invalid] where something is wrong with it.
  static Rule of(Rule rule) {
    var wrong = new ArrayList<Offence>();
    var condition = rule.condition();
    if (rule.where().isEmpty()) {
      wrong.add(new Offence("/definition/where", "must name a place"));
    }
    if (condition.patterns().isEmpty()
        && condition.kinds().isEmpty()
        && condition.keywords().isEmpty()) {
      wrong.add(new Offence("/definition", "must look for something"));
    }
    for (var i = 0; i < condition.keywords().size(); i++) {
      var keyword = condition.keywords().get(i);
      if (keyword.isBlank() || !keyword.strip().equals(keyword) || keyword.indexOf('\0') >= 0) {
        wrong.add(new Offence("/definition/keywords/" + i, "must be words without space around"));
      }
    }
    for (var i = 0; i < condition.patterns().size(); i++) {
      pattern(rule, i, wrong);
    }
    var action = rule.action();
    var ofInput = action instanceof Action.Route || action instanceof Action.HandOver;
    if (ofInput && !rule.where().equals(Set.of(Where.INPUT))) {
      var name = action.wireName();
      wrong.add(new Offence("/definition/where", "can only be input where the action is " + name));
    }
    if (!wrong.isEmpty()) {
      throw new HttpProblem.Invalid("There cannot be such a policy.", List.copyOf(wrong));
    }
    return rule;
  }

  private static void pattern(Rule rule, int number, List<Offence> wrong) {
    var place = "/definition/patterns/" + number;
    try {
      var detector = Detector.ofPattern(rule.condition().patterns().get(number));
      if (rule.where().contains(Where.OUTPUT) && !detector.followsStreams()) {
        var longest = Detector.LONGEST_MATCH;
        wrong.add(
            new Offence(
                place,
                "can match more than "
                    + longest
                    + " characters, so that an answer would wait for its end;"
                    + " write {0,50} for * and {1,50} for +"));
      }
    } catch (PatternFault fault) {
      wrong.add(new Offence(place, fault.why()));
    }
  }

  /// How many characters of a text on its way wait at most for what comes.
  static int holdsBack(Rule rule) {
    return rule.where().contains(Where.OUTPUT) ? rule.holdsBack() : 0;
  }
}
