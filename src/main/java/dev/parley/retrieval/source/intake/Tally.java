package dev.parley.retrieval.source.intake;

import dev.parley.retrieval.source.kept.Run.Counts;
import dev.parley.retrieval.source.kept.Run.Event;
import dev.parley.retrieval.source.kept.Run.Outcome;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/// Counts what became of pages, while a run goes on. Safe from any thread.
public final class Tally {
  private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
  private int listed;

  /// @param noted what the run had done before this process took it over
  public Tally(Collection<Event> noted) {
    noted.forEach(event -> count(event.outcome()));
  }

  synchronized void count(Outcome outcome) {
    var _ = counts.merge(outcome, 1, Integer::sum);
  }

  /// What was said of a page before does not count any more.
  synchronized void discount(Outcome outcome) {
    var _ = counts.merge(outcome, -1, Integer::sum);
  }

  /// So many pages are known to be there.
  synchronized void listed(int pages) {
    listed = Math.max(listed, pages);
  }

  public synchronized Counts now() {
    return new Counts(
        listed,
        of(Outcome.ADDED),
        of(Outcome.CHANGED),
        of(Outcome.UNCHANGED),
        of(Outcome.REMOVED),
        of(Outcome.FAILED),
        of(Outcome.SKIPPED));
  }

  private int of(Outcome outcome) {
    return counts.getOrDefault(outcome, 0);
  }
}
