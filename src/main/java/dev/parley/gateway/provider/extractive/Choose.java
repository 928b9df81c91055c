package dev.parley.gateway.provider.extractive;

import dev.parley.gateway.provider.extractive.Unit.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Chooses what is quoted: the best unit with what it needs to be understood, then others that add
/// to it, each a group of units that stand together.
final class Choose {
  private static final int MOST_WORDS = 120;
  private static final int MOST_GROUPS = 3;
  private static final int SHORT_LIST_WORDS = 75;
  private static final double ALSO_GOOD = 0.86;
  private static final double ALSO_GOOD_ELSEWHERE = 0.88;
  private static final int CODE_WORDS = 6;
  private static final Pattern LEANS_BACK =
      Pattern.compile(
          "^(it|its|this|that|they|their|these|those|he|she|his|her|however|instead|then|there"
              + "|such|both|but|also|otherwise|for example|in this case|as a result)\\b.*",
          Pattern.DOTALL);

  private final Asked asked;
  private final List<Unit> units;
  private final List<List<Unit>> groups = new ArrayList<>();
  private final List<Candidate> chosen = new ArrayList<>();
  private int words;

  Choose(Asked asked, List<Unit> units) {
    this.asked = asked;
    this.units = units;
  }

  /// @param candidates best first; the first is always taken
  List<List<Unit>> from(List<Candidate> candidates) {
    var best = candidates.getFirst();
    for (var candidate : candidates) {
      if (groups.size() < MOST_GROUPS && candidate.score() >= enough(best, candidate.unit())) {
        consider(candidate);
      }
    }
    groups.subList(1, groups.size()).sort(Comparator.comparingInt(this::distance));
    return groups;
  }

  /// What stands beside the best needs to be less good than what stands elsewhere.
  private static double enough(Candidate best, Unit unit) {
    var beside = unit.heading().equals(best.unit().heading());
    return best.score() * (beside ? ALSO_GOOD : ALSO_GOOD_ELSEWHERE);
  }

  /// What follows the best in its own source comes next, in its order there.
  private int distance(List<Unit> group) {
    var first = groups.getFirst().getFirst();
    var unit = group.getFirst();
    return unit.source() == first.source() ? units.indexOf(unit) : units.size();
  }

  private void consider(Candidate candidate) {
    if (isQuoted(candidate.unit()) || chosen.stream().anyMatch(candidate::repeats)) {
      return;
    }
    var group = withNeighbours(candidate);
    group.removeIf(this::isQuoted);
    var length = group.stream().mapToInt(Choose::words).sum();
    if (groups.isEmpty() || words + length <= MOST_WORDS) {
      groups.add(group);
      chosen.add(candidate);
      words += length;
    }
  }

  private boolean isQuoted(Unit unit) {
    return groups.stream().anyMatch(group -> group.contains(unit));
  }

  private List<Unit> withNeighbours(Candidate candidate) {
    return switch (candidate.unit().kind()) {
      case ITEM -> item(candidate);
      case SENTENCE -> sentence(candidate);
      case ROW, CODE, HEADING -> new ArrayList<>(List.of(candidate.unit()));
    };
  }

  /// A step with its whole list, and any item of a short list; else the item and what announces it.
  private List<Unit> item(Candidate candidate) {
    var list = block(candidate.at());
    var group = new ArrayList<Unit>();
    var before = begin(candidate.at()) - 1;
    if (isAnnouncement(before, candidate.unit())) {
      group.add(units.get(before));
    }
    var length = list.stream().mapToInt(Choose::words).sum();
    var whole = length <= SHORT_LIST_WORDS || (asked.wantsSteps() && candidate.unit().isStep());
    addWithin(group, whole ? list : List.of(candidate.unit()));
    return group;
  }

  /// Place of the first unit of the block.
  private int begin(int at) {
    var first = at;
    while (first > 0 && sameBlock(units.get(first - 1), units.get(at))) {
      first--;
    }
    return first;
  }

  private boolean isAnnouncement(int at, Unit below) {
    return at >= 0 && units.get(at).source() == below.source() && units.get(at).announces();
  }

  /// A sentence with the one it leans on, and with the code or list that belongs to it.
  private List<Unit> sentence(Candidate candidate) {
    var at = candidate.at();
    var unit = candidate.unit();
    var group = new ArrayList<Unit>();
    if (at > 0 && leansBack(unit) && sameBlock(units.get(at - 1), unit)) {
      group.add(units.get(at - 1));
    }
    group.add(unit);
    if (unit.announces()) {
      addBelow(group, at + 1);
    } else if (asked.wantsSteps()) {
      addStepsBelow(group, at + 1);
    }
    return group;
  }

  private static boolean leansBack(Unit unit) {
    return LEANS_BACK.matcher(unit.text().toLowerCase(Locale.ROOT)).matches();
  }

  private static boolean sameBlock(Unit one, Unit other) {
    return one.source() == other.source() && one.block() == other.block();
  }

  /// What an announcement announces; the head of a table and the name of a tab are passed over.
  private void addBelow(List<Unit> group, int at) {
    var isName = at + 1 < units.size() && units.get(at).kind() == Kind.HEADING;
    var from = isName && units.get(at + 1).kind() == Kind.CODE ? at + 1 : at;
    if (from >= units.size()
        || units.get(from).source() != group.getLast().source()
        || units.get(from).kind() == Kind.HEADING) {
      return;
    }
    var below = block(from);
    switch (units.get(from).kind()) {
      case SENTENCE -> addWithin(group, below.subList(0, 1));
      case ROW -> addWithin(group, below.subList(1, below.size()));
      case ITEM, CODE, HEADING -> addWithin(group, below);
    }
  }

  /// Who asks for steps also wants the code or list right below, or below the next announcement.
  private void addStepsBelow(List<Unit> group, int at) {
    for (var next = at; next < Math.min(at + 3, units.size()); next++) {
      var unit = units.get(next);
      if (unit.source() != group.getLast().source() || unit.kind() == Kind.HEADING) {
        return;
      }
      if (unit.kind() == Kind.CODE || unit.isStep()) {
        addWithin(group, block(next));
        return;
      }
      if (unit.announces()) {
        group.add(unit);
        addBelow(group, next + 1);
        return;
      }
    }
  }

  private void addWithin(List<Unit> group, List<Unit> more) {
    var length = group.stream().mapToInt(Choose::words).sum();
    for (var unit : more) {
      length += words(unit);
      if (length > MOST_WORDS && !group.isEmpty()) {
        return;
      }
      group.add(unit);
    }
  }

  /// All units of the block that the unit at this place stands in.
  private List<Unit> block(int at) {
    var unit = units.get(at);
    return units.stream().filter(other -> sameBlock(other, unit)).toList();
  }

  private static int words(Unit unit) {
    var count = unit.text().split("\\s+", -1).length;
    return unit.kind() == Kind.CODE ? Math.min(count, CODE_WORDS) : count;
  }

  /// Kinds that can be chosen by themselves; code only comes with what announces it.
  static final Set<Kind> ALONE = Set.of(Kind.SENTENCE, Kind.ITEM, Kind.ROW);
}
