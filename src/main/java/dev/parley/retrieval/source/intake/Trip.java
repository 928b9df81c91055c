package dev.parley.retrieval.source.intake;

import dev.parley.call.Call;
import dev.parley.call.Caller;
import dev.parley.call.Deadline;
import dev.parley.platform.http.Problem;
import dev.parley.retrieval.document.DocumentStore.Stored;
import dev.parley.retrieval.source.kept.Item;
import dev.parley.retrieval.source.kept.ItemStore.Noted;
import dev.parley.retrieval.source.kept.Lease;
import dev.parley.retrieval.source.kept.Run;
import dev.parley.retrieval.source.kept.Run.Event;
import dev.parley.retrieval.source.kept.Run.Limit;
import dev.parley.retrieval.source.kept.Run.Outcome;
import dev.parley.retrieval.source.kept.Source;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One run of one source: what was known before, what was found, and whether to go on. Used by the
/// thread of the run.
///
/// Each page is noted as it is dealt with, so that whoever takes the run over goes on behind it.
public final class Trip {
  private static final Duration STEP = Duration.ofSeconds(30);
  private static final Duration LOOK = Duration.ofMillis(300);
  private static final int LONGEST_DETAIL = 500;

  /// Documents of a workspace that may wait to be read before its runs wait, too.
  private static final long MOST_WAITING = 200;

  private final Lease lease;
  private final Run run;
  private final Source source;
  private final Shelf shelf;
  private final Control control;
  private final Tally tally;
  private final Map<String, Item> known = new HashMap<>();
  private final Map<String, Event> noted = new HashMap<>();
  private final Map<String, String> gone = new LinkedHashMap<>();
  private final Instant end;
  private long bytesLeft;
  private EndOfTrip.@Nullable Failed fault;

  /// @param known the source's pages
  /// @param noted what this run did before this process took it over
  public Trip(
      Lease lease,
      Run run,
      Source source,
      Shelf shelf,
      Control control,
      Collection<Item> known,
      Collection<Event> noted) {
    this.lease = lease;
    this.run = run;
    this.source = source;
    this.shelf = shelf;
    this.control = control;
    this.tally = new Tally(noted);
    known.forEach(item -> this.known.put(item.name(), item));
    noted.forEach(event -> this.noted.put(event.item(), event));
    var limits = source.definition().limits();
    var begun = run.startedAt() == null ? shelf.clock().instant() : run.startedAt();
    this.end = begun.plus(Duration.ofMinutes(limits.minutes()));
    this.bytesLeft = (long) limits.megabytes() << 20;
  }

  public Source source() {
    return source;
  }

  public Run run() {
    return run;
  }

  public Lease lease() {
    return lease;
  }

  public Tally tally() {
    return tally;
  }

  /// The page as it was when it was read last.
  public Optional<Item> known(String name) {
    return Optional.ofNullable(known.get(name));
  }

  /// All pages that were there before.
  public Collection<Item> known() {
    return known.values();
  }

  /// Whether this run has dealt with the page already.
  public boolean isDone(String name) {
    return noted.containsKey(name) || gone.containsKey(name);
  }

  /// Whether the page became, or is, a document in this run.
  public boolean isTaken(String name) {
    var event = noted.get(name);
    return event != null && isTaken(event);
  }

  private static boolean isTaken(Event event) {
    return switch (event.outcome()) {
      case ADDED, CHANGED, UNCHANGED -> true;
      case REMOVED, FAILED, SKIPPED -> false;
    };
  }

  /// What is no longer there, and why.
  public Map<String, String> gone() {
    return gone;
  }

  /// Why not all of it could be seen; null when nothing is known to be missing.
  public EndOfTrip.@Nullable Failed fault() {
    return fault;
  }

  /// A call for one step of the run.
  public Call call() {
    return call(STEP);
  }

  /// A call for a long step.
  public Call call(Duration length) {
    var caller = new Caller.Parley(lease.workspace());
    return new Call("source-" + run.id(), caller, Deadline.after(shelf.clock(), length));
  }

  /// @throws EndOfTrip when the run is to end
  public void check() {
    control.check();
    if (!shelf.clock().instant().isBefore(end)) {
      throw new EndOfTrip.Reached(Limit.TIME);
    }
  }

  /// Waits for a step; throws what it fails with.
  public <T> T await(Future<T> future) throws Exception {
    return await(future, STEP);
  }

  /// Waits for a long step, and a little longer.
  public <T> T await(Future<T> future, Duration length) throws Exception {
    return future.await(length.plus(STEP).toMillis(), TimeUnit.MILLISECONDS);
  }

  /// Does nothing for a while, but no longer than the run may take.
  public void pause(Duration length) throws InterruptedException {
    var left = Duration.between(shelf.clock().instant(), end);
    if (left.isPositive()) {
      Thread.sleep(left.compareTo(length) < 0 ? left : length);
    }
    check();
  }

  /// So many bytes came.
  public void spend(long bytes) {
    bytesLeft -= bytes;
    if (bytesLeft < 0) {
      throw new EndOfTrip.Reached(Limit.BYTES);
    }
  }

  /// So many pages are known to be there.
  public void listed(int pages) {
    tally.listed(pages);
  }

  /// Part of the source cannot be seen. The run goes on, but forgets nothing.
  public void incomplete(String code, String detail) {
    if (fault == null) {
      fault = new EndOfTrip.Failed(code, cut(detail));
    }
  }

  /// Takes a page in, unless it says the same as before.
  public void take(Found found) throws Exception {
    check();
    var before = known.get(found.name());
    if (before != null && Arrays.equals(before.fingerprint(), found.fingerprint())) {
      note(item(found, before.document()), Outcome.UNCHANGED);
      return;
    }
    awaitRoom();
    var arrival = shelf.arrival(source, found);
    var items = shelf.items();
    var stored =
        await(items.take(call(), lease, run.id(), arrival, put -> noted(found, before, put)));
    if (stored.changed()) {
      shelf.queued().run();
    }
    counted(noted(found, before, stored).event());
  }

  private Noted noted(Found found, @Nullable Item before, Stored stored) {
    var id = stored.document().id();
    var outcome =
        before == null ? Outcome.ADDED : stored.changed() ? Outcome.CHANGED : Outcome.UNCHANGED;
    var item = item(found, id);
    var replaced = before == null || before.document().equals(id) ? null : before.document();
    return new Noted(event(item.name(), item.url(), outcome, "", ""), item, replaced);
  }

  /// The page is as it was.
  public void same(Item item) throws Exception {
    note(item, Outcome.UNCHANGED);
  }

  /// The page is no longer there.
  public void gone(String name, String url, String code) throws Exception {
    if (known.containsKey(name)) {
      gone.put(name, code);
    } else {
      note(event(name, url, Outcome.FAILED, code, ""), null);
    }
  }

  /// The page is not wanted. If it was before, it is forgotten.
  public void skip(String name, String url, String code) throws Exception {
    if (known.containsKey(name)) {
      gone.put(name, code);
    } else {
      note(event(name, url, Outcome.SKIPPED, code, ""), null);
    }
  }

  /// The page cannot be had now. If it was there before, it stays.
  public void fail(String name, String url, Problem problem) throws Exception {
    fail(name, url, problem.code(), problem.detail());
  }

  public void fail(String name, String url, String code, String detail) throws Exception {
    note(event(name, url, Outcome.FAILED, code, detail), null);
  }

  private void note(Item item, Outcome outcome) throws Exception {
    note(event(item.name(), item.url(), outcome, "", ""), item);
  }

  private void note(Event event, @Nullable Item item) throws Exception {
    var _ = await(shelf.items().note(call(), lease, run.id(), event, item));
    counted(event);
  }

  private void counted(Event event) {
    if (isTaken(event)) {
      gone.remove(event.item());
    }
    var earlier = noted.put(event.item(), event);
    if (earlier != null) {
      tally.discount(earlier.outcome());
    }
    tally.count(event.outcome());
  }

  private Event event(String name, String url, Outcome outcome, String code, String detail) {
    return new Event(name, url, outcome, code, cut(detail), shelf.clock().instant());
  }

  private static Item item(Found found, UUID document) {
    var url = found.url() == null ? found.path() : found.url();
    return new Item(
        found.name(),
        url,
        document,
        found.etag(),
        found.modified(),
        found.fingerprint(),
        found.links());
  }

  /// What is fetched faster than it is read would only pile up.
  private void awaitRoom() throws Exception {
    while (await(shelf.items().backlog(call())) >= MOST_WAITING) {
      pause(LOOK);
    }
  }

  private static String cut(String detail) {
    return detail.length() > LONGEST_DETAIL ? detail.substring(0, LONGEST_DETAIL) : detail;
  }
}
