package dev.parley.cli.ingest;

import dev.parley.cli.ingest.Board.Progress;
import dev.parley.cli.process.Printable;
import dev.parley.cli.process.Terminal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;

/// What came of an `ingest`.
final class Summary {
  private Summary() {}

  static void print(Progress end, Sources sources, Duration elapsed, Terminal terminal) {
    for (var fault : end.faults()) {
      terminal.note(
          "failed: " + Printable.line(fault.name()) + ": " + Printable.line(fault.reason()));
    }
    terminal.line(counts(end, sources) + ".");
    var seconds = elapsed.toMillis() / 1000.0;
    var pages = end.added() + end.renewed();
    var took = String.format(Locale.ROOT, "%.1f s", seconds);
    var rate = pages == 0 || seconds < 0.1 ? "" : ", " + ProgressLine.rate(pages / seconds);
    var made = Printable.count(pages, "page") + ", " + Printable.count(end.passages(), "passage");
    terminal.line(made + " in " + took + rate + ".");
  }

  private static String counts(Progress end, Sources sources) {
    var parts = new ArrayList<String>();
    parts.add(end.added() + " added");
    if (end.renewed() > 0) {
      parts.add(end.renewed() + " in a new version");
    }
    parts.add(end.unchanged() + " unchanged");
    parts.add(end.faults().size() + " failed");
    if (sources.unreadable() > 0) {
      parts.add(sources.unreadable() + " skipped because Parley does not read their kind");
    }
    if (sources.hidden() > 0) {
      parts.add(sources.hidden() + " skipped because hidden");
    }
    return String.join(", ", parts);
  }
}
