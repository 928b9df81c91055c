package dev.parley.metering;

import dev.parley.call.Call;
import dev.parley.call.Caller;
import dev.parley.call.Deadline;
import dev.parley.call.WorkspaceId;
import dev.parley.platform.http.HttpProblem;
import dev.parley.platform.http.Problem;
import dev.parley.platform.observe.Log;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.stream.Stream;

/// The append-only record of what was used. Appending the same entry twice keeps one.
///
/// Entries that come while others are being stored are stored together (group commit), at the
/// latest after a few milliseconds. While the database is away they wait, up to a bound, and are
/// tried again every second. Safe from any thread.
public final class Ledger {
  private static final Log LOG = Log.of(Ledger.class);
  private static final long AT_ONCE = 0;
  private static final long GATHER_MS = 3;
  private static final long RETRY_MS = 1_000;
  private static final int BATCH = 500;
  private static final int MOST_WAITING = 10_000;
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final Vertx vertx;
  private final LedgerStore store;
  private final InstantSource clock;
  private final Queue<Waiting> waiting = new ArrayDeque<>();
  private boolean scheduled;
  private final Map<Future<Void>, Instant> flushes = new HashMap<>();

  Ledger(Vertx vertx, LedgerStore store, InstantSource clock) {
    this.vertx = vertx;
    this.store = store;
    this.clock = clock;
  }

  /// Completes when the entry is durable. Fails with [HttpProblem.Overloaded] when too many wait.
  public Future<Void> append(UsageEntry entry) {
    Promise<Void> stored = Promise.promise();
    synchronized (this) {
      if (waiting.size() >= MOST_WAITING) {
        return Future.failedFuture(new HttpProblem.Overloaded());
      }
      waiting.add(new Waiting(entry, stored, clock.instant()));
      schedule(flushes.isEmpty() ? AT_ONCE : GATHER_MS);
    }
    return stored.future();
  }

  /// How long the oldest entry waits that is not durable yet.
  synchronized Duration lag() {
    var now = clock.instant();
    return Stream.concat(flushes.values().stream(), waiting.stream().map(Waiting::since))
        .min(Comparator.naturalOrder())
        .map(since -> Duration.between(since, now))
        .orElse(Duration.ZERO);
  }

  /// Completes when everything appended so far was stored, or could not be.
  synchronized Future<Void> drain() {
    return Future.join(List.copyOf(flushes.keySet()))
        .otherwiseEmpty()
        .compose(_ -> flush())
        .compose(_ -> isDone() ? Future.<Void>succeededFuture() : drain())
        .otherwiseEmpty();
  }

  private synchronized boolean isDone() {
    return waiting.isEmpty() && flushes.isEmpty();
  }

  private synchronized void schedule(long millis) {
    if (!scheduled) {
      scheduled = true;
      if (millis == AT_ONCE) {
        vertx.getOrCreateContext().runOnContext(_ -> flushOnce());
      } else {
        var _ = vertx.setTimer(millis, _ -> flushOnce());
      }
    }
  }

  private void flushOnce() {
    var _ =
        flush()
            .onFailure(failure -> {
              LOG.warning("ledger entries wait", "cause", failure);
              schedule(RETRY_MS);
            });
  }

  /// Stores the next batch; entries of a failed store wait again.
  private synchronized Future<Void> flush() {
    scheduled = false;
    var batch = take();
    if (batch.isEmpty()) {
      return Future.succeededFuture();
    }
    var stores = new ArrayList<Future<Void>>();
    byWorkspace(batch).forEach((workspace, entries) -> stores.add(store(workspace, entries)));
    Future<Void> flush = Future.join(stores).mapEmpty();
    flushes.put(flush, batch.getFirst().since());
    if (!waiting.isEmpty()) {
      schedule(GATHER_MS);
    }
    return flush
        .onComplete(_ -> forget(flush))
        .onSuccess(_ -> flushOnce()); // what came meanwhile need not wait for its time
  }

  private synchronized void forget(Future<Void> flush) {
    flushes.remove(flush);
  }

  private Future<Void> store(WorkspaceId workspace, List<Waiting> entries) {
    var call = new Call("ledger", new Caller.Parley(workspace), Deadline.after(clock, LIMIT));
    return store
        .insert(call, entries.stream().map(Waiting::entry).toList())
        .onSuccess(_ -> entries.forEach(entry -> entry.stored().complete()))
        .recover(failure -> notStored(workspace, entries, failure));
  }

  /// What may go well later waits. An entry that never can be stored, such as one of a workspace
  /// that is gone, is told apart from its batch and given up.
  private Future<Void> notStored(WorkspaceId workspace, List<Waiting> entries, Throwable failure) {
    if (!(failure instanceof Problem problem) || problem.retryable()) {
      putBack(entries);
      return Future.failedFuture(failure);
    }
    if (entries.size() == 1) {
      LOG.error("a ledger entry cannot be stored", failure, "entry", entries.getFirst().entry());
      entries.getFirst().stored().fail(failure);
      return Future.succeededFuture();
    }
    var alone = entries.stream().map(entry -> store(workspace, List.of(entry))).toList();
    return Future.join(alone).mapEmpty();
  }

  private synchronized void putBack(List<Waiting> entries) {
    waiting.addAll(entries);
  }

  private List<Waiting> take() {
    var batch = new ArrayList<Waiting>();
    while (batch.size() < BATCH && !waiting.isEmpty()) {
      batch.add(waiting.remove());
    }
    return batch;
  }

  private static Map<WorkspaceId, List<Waiting>> byWorkspace(List<Waiting> batch) {
    var groups = new LinkedHashMap<WorkspaceId, List<Waiting>>();
    for (var entry : batch) {
      groups.computeIfAbsent(entry.entry().workspace(), _ -> new ArrayList<>()).add(entry);
    }
    return groups;
  }

  /// An entry on its way to the table.
  private record Waiting(UsageEntry entry, Promise<Void> stored, Instant since) {}
}
