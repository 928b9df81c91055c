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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The append-only record of what was used. Appending the same entry twice keeps one.
///
/// An entry is stored at once; those that come meanwhile are stored together when that is done
/// (group commit). One transaction at a time: two would wait for each other at the rows of the
/// sums. While the database is away entries wait, up to a bound, and are tried again every second.
/// Safe from any thread.
public final class Ledger {
  private static final Log LOG = Log.of(Ledger.class);
  private static final long RETRY_MS = 1_000;
  private static final int BATCH = 500;
  private static final int MOST_WAITING = 10_000;
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final Vertx vertx;
  private final LedgerStore store;
  private final InstantSource clock;
  private final Queue<Waiting> waiting = new ArrayDeque<>();
  private boolean scheduled;
  private @Nullable Flush flush;

  Ledger(Vertx vertx, LedgerStore store, InstantSource clock) {
    this.vertx = vertx;
    this.store = store;
    this.clock = clock;
  }

  /// Completes when the entry is durable. Fails with [HttpProblem.Overloaded] when too many wait.
  public Future<Void> append(UsageEntry entry) {
    return append(entry.workspace(), EntryJson.of(entry));
  }

  /// The same for an entry as [EntryJson] writes it.
  Future<Void> append(WorkspaceId workspace, String entry) {
    Promise<Void> stored = Promise.promise();
    synchronized (this) {
      if (waiting.size() >= MOST_WAITING) {
        return Future.failedFuture(new HttpProblem.Overloaded());
      }
      waiting.add(new Waiting(workspace, entry, stored, clock.instant()));
      if (flush == null && !scheduled) {
        scheduled = true;
        vertx.getOrCreateContext().runOnContext(_ -> flushOnce());
      }
    }
    return stored.future();
  }

  /// How long the oldest entry waits that is not durable yet.
  synchronized Duration lag() {
    var now = clock.instant();
    return Stream.concat(
            Stream.ofNullable(flush).map(Flush::since), waiting.stream().map(Waiting::since))
        .min(Comparator.naturalOrder())
        .map(since -> Duration.between(since, now))
        .orElse(Duration.ZERO);
  }

  /// Completes when everything appended so far was stored, or could not be.
  synchronized Future<Void> drain() {
    var running = flush == null ? Future.<Void>succeededFuture() : flush.end().future();
    return running
        .otherwiseEmpty()
        .compose(_ -> flush())
        .compose(_ -> isDone() ? Future.<Void>succeededFuture() : drain())
        .otherwiseEmpty();
  }

  private synchronized boolean isDone() {
    return waiting.isEmpty() && flush == null;
  }

  private void flushOnce() {
    var _ =
        flush()
            .onFailure(failure -> {
              LOG.warning("ledger entries wait", "cause", failure);
              retryLater();
            });
  }

  private synchronized void retryLater() {
    if (!scheduled) {
      scheduled = true;
      var _ = vertx.setTimer(RETRY_MS, _ -> flushOnce());
    }
  }

  /// Stores the next batch, unless one is being stored; entries of a failed store wait again.
  private synchronized Future<Void> flush() {
    scheduled = false;
    if (flush != null || waiting.isEmpty()) {
      return Future.succeededFuture();
    }
    var batch = take();
    var begun = new Flush(batch.getFirst().since(), Promise.promise());
    flush = begun;
    var stores = new ArrayList<Future<Void>>();
    byWorkspace(batch).forEach((workspace, entries) -> stores.add(store(workspace, entries)));
    Future.join(stores)
        .<Void>mapEmpty()
        .onComplete(end -> {
          over();
          begun.end().handle(end);
        })
        .onSuccess(_ -> flushOnce());
    return begun.end().future();
  }

  private synchronized void over() {
    flush = null;
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
      groups.computeIfAbsent(entry.workspace(), _ -> new ArrayList<>()).add(entry);
    }
    return groups;
  }

  /// A batch on its way to the table.
  private record Flush(Instant since, Promise<Void> end) {}

  /// An entry on its way to the table.
  private record Waiting(
      WorkspaceId workspace, String entry, Promise<Void> stored, Instant since) {}
}
