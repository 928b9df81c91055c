package dev.parley.gateway.provider.extractive;

import java.util.List;
import java.util.regex.Pattern;

/// How well a unit answers.
final class Score {
  private static final double OWN = 0.15;
  private static final double COVERED = 0.35;
  private static final double LIKENESS = 0.4;
  private static final double RANK = 0.1;
  private static final double NAMED = 0.15;
  private static final double RIGHT_KIND = 0.05;
  private static final double LEAST_ALIKE = 0.5;
  private static final double POINTER = 0.15;
  private static final double FRAGMENT = 0.05;
  private static final Pattern POINTS_ELSEWHERE =
      Pattern.compile(
          "(?i)(read|see|refer to|watch|learn|follow|check out|for more|for details|visit|click here"
              + "|become familiar|more about|take a look|diagram|next steps?)\\b.*",
          Pattern.DOTALL);
  private static final Pattern BESIDE_THE_POINT =
      Pattern.compile(
          "(?i).*\\b(prerequisites?|pre-requisites?|before you begin|next steps?|related links?"
              + "|related|see also|further reading|references|contents)",
          Pattern.DOTALL);
  private static final Pattern MIDDLE_OF_A_THOUGHT =
      Pattern.compile(
          "(?i)(another|also|however|moreover|furthermore|in addition|additionally|but|this|these"
              + "|it|they|therefore|thus|instead|as a result|then)\\b.*",
          Pattern.DOTALL);

  private Score() {}

  static Candidate candidate(
      Asked asked, List<Unit> units, int at, Coverage coverage, double likeness) {
    var unit = units.get(at);
    var own = coverage.own(at);
    var covered = coverage.withContext(at);
    var alike = Double.isNaN(likeness) ? covered : (likeness - LEAST_ALIKE) / (1 - LEAST_ALIKE);
    var score =
        OWN * own
            + COVERED * covered
            + LIKENESS * alike
            + RANK / (1 + unit.rank())
            + NAMED * coverage.named(at)
            + (isOfTheRightKind(asked, units, at) ? RIGHT_KIND : 0)
            - doubts(asked, unit);
    return new Candidate(at, unit, coverage.terms(at), own, covered, likeness, score);
  }

  /// Who asks for a number is likely to find it in a unit with digits; who asks for steps, in a
  /// list or beside code.
  private static boolean isOfTheRightKind(Asked asked, List<Unit> units, int at) {
    var unit = units.get(at);
    if (asked.wantsNumber()) {
      return unit.text().chars().anyMatch(Character::isDigit);
    }
    if (!asked.wantsSteps()) {
      return false;
    }
    var below = at + 1 < units.size() ? units.get(at + 1) : unit;
    return unit.isStep()
        || unit.announces()
        || (below.source() == unit.source() && below.kind() == Unit.Kind.CODE);
  }

  /// What is rarely an answer: pointers to other places, parts of a longer thought, rows of a table
  /// for somebody who wants to do something.
  private static double doubts(Asked asked, Unit unit) {
    var text = unit.text();
    var doubts = POINTS_ELSEWHERE.matcher(text).matches() ? POINTER : 0;
    if (BESIDE_THE_POINT.matcher(unit.heading()).matches()) {
      doubts += POINTER;
    }
    if (MIDDLE_OF_A_THOUGHT.matcher(text).matches()) {
      doubts += FRAGMENT;
    }
    if (unit.kind() == Unit.Kind.ROW && asked.wantsSteps()) {
      doubts += POINTER;
    }
    return doubts;
  }
}
