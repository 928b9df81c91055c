package dev.parley.load.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What a provider has sent beside what the ledger has of it, attempt by attempt.
///
/// Whoever leaves, or is killed, while the provider writes cannot have read what was on its way. So
/// an answer that nobody read to its end may have sent more than was counted, never less.
final class LedgerCounts {
  private static final int REQUEST = 10;
  private static final int ATTEMPT = 11;
  private static final int OUTCOME = 12;
  private static final int OUTPUT = 16;
  private static final Set<String> NOT_READ_TO_THE_END = Set.of("cancelled", "killed");

  private static final int MOST_EXAMPLES = 10;

  private final List<String> examples = new ArrayList<>();
  private long attempts;
  private long rows;
  private long sent;
  private long counted;
  private long exact;
  private long onTheWay;
  private long tokensOnTheWay;
  private long missing;
  private long missingTokens;
  private long wrong;
  private long extra;
  private long unreached;

  private LedgerCounts() {}

  /// One request that reached the provider.
  private record Sent(int tokens, String end) {}

  /// One row.
  private record Row(String outcome, long output) {}

  /// @param log as the provider tells it
  /// @param csv as the ledger is exported
  static LedgerCounts of(String log, String csv) {
    var asked = new HashMap<String, List<Sent>>();
    log.lines()
        .map(line -> line.split(" ", -1))
        .forEach(parts ->
            asked
                .computeIfAbsent(parts[0], _ -> new ArrayList<>())
                .add(new Sent(Integer.parseInt(parts[1]), parts[2])));
    var run = log.substring(0, log.indexOf('-') + 1); // others are in the ledger too
    var entered = new HashMap<String, Map<Integer, Row>>();
    var counts = new LedgerCounts();
    csv.lines()
        .skip(1)
        .map(line -> line.split(",", -1))
        .filter(cells -> cells[REQUEST].startsWith(run))
        .filter(counts::reached)
        .forEach(cells -> {
          counts.rows++;
          var twice =
              entered
                  .computeIfAbsent(cells[REQUEST], _ -> new HashMap<>())
                  .put(
                      Integer.parseInt(cells[ATTEMPT]),
                      new Row(cells[OUTCOME], Long.parseLong(cells[OUTPUT])));
          counts.extra += twice == null ? 0 : 1;
        });
    asked.forEach((name, all) -> counts.add(name, all, entered.getOrDefault(name, Map.of())));
    entered.forEach((name, own) -> {
      if (!asked.containsKey(name)) {
        counts.add(name, List.of(), own);
      }
    });
    return counts;
  }

  /// Where there was no connection the provider knows of nothing. If it does after all, it is
  /// missing.
  private boolean reached(String[] cells) {
    var reached = !cells[OUTCOME].equals("unreachable") || !cells[OUTPUT].equals("0");
    unreached += reached ? 0 : 1;
    return reached;
  }

  private void add(String name, List<Sent> all, Map<Integer, Row> own) {
    var outputs = List.copyOf(new TreeMap<>(own).values());
    attempts += all.size();
    if (own.size() > all.size()) {
      extra += own.size() - all.size();
      example(name + ": " + own + " for " + all);
    }
    for (var i = 0; i < all.size(); i++) {
      var one = all.get(i);
      sent += one.tokens();
      if (i >= outputs.size()) {
        missing++;
        missingTokens += one.tokens();
        example(name + ": not in the ledger, " + one);
      } else {
        compare(name, one, outputs.get(i));
      }
    }
  }

  private void compare(String name, Sent one, Row row) {
    counted += row.output();
    if (row.output() == one.tokens()) {
      exact++;
    } else if (NOT_READ_TO_THE_END.contains(row.outcome()) && row.output() < one.tokens()) {
      onTheWay++;
      tokensOnTheWay += one.tokens() - row.output();
    } else {
      wrong++;
      example(name + ": " + row + " for " + one);
    }
  }

  private void example(String line) {
    if (examples.size() < MOST_EXAMPLES) {
      examples.add(line);
    }
  }

  /// Whether nothing is missing, doubled or wrong.
  boolean hold() {
    return missing == 0 && wrong == 0 && extra == 0 && attempts > 0;
  }

  void tell(Report report) {
    report.head("what", "attempts", "tokens");
    row(report, "the provider saw and sent", attempts, sent);
    row(report, "the ledger has", rows, counted);
    row(report, "equal to the token", exact, counted);
    row(report, "left or killed while tokens were on their way", onTheWay, tokensOnTheWay);
    row(report, "no connection, nothing counted", unreached, 0);
    row(report, "**not in the ledger**", missing, missingTokens);
    row(report, "**another count**", wrong, 0);
    row(report, "**in the ledger alone, or twice**", extra, 0);
    report.end();
    examples.forEach(System.out::println);
  }

  private static void row(Report report, String what, long attempts, long tokens) {
    report.row(what, Long.toString(attempts), Long.toString(tokens));
  }
}
