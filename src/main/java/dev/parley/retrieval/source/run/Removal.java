package dev.parley.retrieval.source.run;

import dev.parley.retrieval.source.intake.EndOfTrip;
import dev.parley.retrieval.source.intake.Shelf;
import dev.parley.retrieval.source.intake.Trip;
import dev.parley.retrieval.source.kept.Item;
import dev.parley.retrieval.source.kept.Run.End;
import dev.parley.retrieval.source.kept.Run.Event;
import dev.parley.retrieval.source.kept.Run.Limit;
import dev.parley.retrieval.source.kept.Run.Outcome;
import dev.parley.retrieval.source.kept.Run.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Forgets what is no longer there, where a run saw enough to know.
///
/// A run that did not see everything, or that would forget more than half of the pages, forgets
/// nothing: a site that answers with an error page is more likely than one that lost its pages.
final class Removal {
  private static final int BATCH = 50;

  private final Shelf shelf;
  private final Trip trip;

  Removal(Shelf shelf, Trip trip) {
    this.shelf = shelf;
    this.trip = trip;
  }

  /// What the run comes to.
  ///
  /// @param limit that ended it early
  End end(@Nullable Limit limit) throws Exception {
    var missing = missing(limit);
    var fault = fault(limit);
    if (fault != null) {
      return new End(State.FAILED, missing.size(), limit, fault.code(), fault.detail());
    }
    var all = trip.known().size();
    var tooMany = all > 1 && missing.size() * 2 > all && !trip.run().removes();
    if (tooMany || (limit != null && limit != Limit.PAGES)) {
      return new End(State.DONE, missing.size(), limit, null, null);
    }
    forget(new ArrayList<>(missing.entrySet()));
    return new End(State.DONE, 0, limit, null, null);
  }

  private EndOfTrip.@Nullable Failed fault(@Nullable Limit limit) {
    var counts = trip.tally().now();
    var good = counts.added() + counts.changed() + counts.unchanged();
    var mostFailed = limit == null && counts.failed() > good + trip.gone().size();
    return trip.fault() == null && mostFailed
        ? new EndOfTrip.Failed("most_failed", "More pages failed than could be read.")
        : trip.fault();
  }

  /// Pages that are known not to be there any more, and why.
  private Map<Item, String> missing(@Nullable Limit limit) {
    var missing = new LinkedHashMap<Item, String>();
    for (var item : trip.known()) {
      var why = trip.gone().get(item.name());
      if (why != null) {
        missing.put(item, why);
      } else if (limit == null && !trip.isDone(item.name())) {
        missing.put(item, "not_listed");
      }
    }
    return missing;
  }

  private void forget(List<Map.Entry<Item, String>> missing) throws Exception {
    for (var from = 0; from < missing.size(); from += BATCH) {
      trip.check();
      var batch = missing.subList(from, Math.min(from + BATCH, missing.size()));
      var now = shelf.clock().instant();
      var items = batch.stream().map(Map.Entry::getKey).toList();
      var events = batch.stream().map(one -> event(one.getKey(), one.getValue(), now)).toList();
      var run = trip.run().id();
      var _ = trip.await(shelf.items().remove(trip.call(), trip.lease(), run, items, events, now));
      shelf.changed().run();
    }
  }

  private static Event event(Item item, String why, Instant now) {
    return new Event(item.name(), item.url(), Outcome.REMOVED, why, "", now);
  }
}
