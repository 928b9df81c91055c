package dev.parley.retrieval;

import dev.parley.call.Call;
import dev.parley.call.Caller;
import dev.parley.call.Deadline;
import dev.parley.call.WorkspaceId;
import dev.parley.platform.lifecycle.Stories;
import dev.parley.platform.observe.Log;
import dev.parley.retrieval.document.PassageStore;
import dev.parley.retrieval.document.PassageStore.ChangedDocument;
import dev.parley.retrieval.document.PassageStore.EmbeddedChunk;
import dev.parley.retrieval.search.IndexChange;
import dev.parley.retrieval.search.Passage;
import dev.parley.retrieval.search.PassageIndex;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// Keeps this process's index in step with the tables: follows the change numbers, at once when it
/// is woken and twice a second otherwise.
final class IndexRunner {
  private static final Log LOG = Log.of(IndexRunner.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration STEP = Duration.ofSeconds(30);
  private static final int BATCH = 50;
  private static final String UNKNOWN_LANGUAGE = "";
  private static final WorkspaceId NONE = new WorkspaceId(new UUID(0, 0));

  private final PassageStore passages;
  private final PassageIndex index;
  private final String model;
  private final InstantSource clock;
  private final Stories stories = new Stories("index", 2);
  private final Semaphore news = new Semaphore(0);
  private final AtomicLong wanted = new AtomicLong();
  private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
  private final Compaction compaction;
  private long applied;
  private volatile long settledUpTo;
  private volatile boolean stopping;

  /// @param model whose vectors the index takes
  IndexRunner(PassageStore passages, PassageIndex index, String model, InstantSource clock) {
    this.passages = passages;
    this.index = index;
    this.model = model;
    this.clock = clock;
    this.applied = index.lastChange();
    this.compaction = new Compaction(index, stories, clock);
  }

  void open() {
    var _ = stories.start(this::follow).onFailure(e -> LOG.error("index follower ended", e));
  }

  /// Says that there may be a change.
  void wake() {
    wanted.incrementAndGet();
    news.release();
  }

  /// Completes when the changes that this process has spoken of so far can be found; at once when
  /// there are none on their way.
  Future<Void> settled() {
    var mine = new Waiting(wanted.get(), Promise.promise());
    waiting.add(mine);
    if (settledUpTo >= mine.wish()) {
      settle(settledUpTo);
    }
    return mine.settled().future();
  }

  /// Stops following; blocks until the change at hand is applied.
  void drain(Duration limit) throws InterruptedException {
    stopping = true;
    news.release();
    stories.drain(limit);
  }

  private boolean follow() throws InterruptedException {
    while (!stopping) {
      var more = false;
      var wishes = wanted.get();
      try {
        more = catchUp();
        if (!more) {
          settle(wishes);
          compaction.maybeStart();
        }
      } catch (InterruptedException e) {
        throw e;
      } catch (Exception e) {
        LOG.warning("index is behind", "cause", e, "applied", applied);
        Thread.sleep(POLL);
      }
      if (!more) {
        var _ = news.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS);
        news.drainPermits();
      }
    }
    return true;
  }

  private void settle(long wishes) {
    settledUpTo = wishes;
    waiting.removeIf(one -> {
      var done = one.wish() <= wishes;
      if (done) {
        one.settled().tryComplete();
      }
      return done;
    });
  }

  /// Applies the next changes; true when there may be more.
  private boolean catchUp() throws Exception {
    var changed = await(passages.changedAfter(call(), applied, BATCH));
    if (changed.isEmpty()) {
      return false;
    }
    var changes = new ArrayList<IndexChange>();
    for (var document : changed) {
      changes.add(change(document));
    }
    index.apply(changes);
    applied = changed.getLast().changeNumber();
    index.commit(applied);
    compaction.changed(changes.stream().mapToInt(IndexRunner::passages).sum());
    return changed.size() == BATCH;
  }

  private IndexChange change(ChangedDocument document) throws Exception {
    if (document.deleted()) {
      return new IndexChange.Forget(document.id());
    }
    List<EmbeddedChunk> chunks = await(passages.chunks(call(), document));
    var indexed =
        chunks.stream()
            .map(chunk ->
                Passage.of(
                    document.title(),
                    chunk.chunk(),
                    UNKNOWN_LANGUAGE,
                    chunk.model().equals(model) ? chunk.vector() : null))
            .toList();
    return new IndexChange.Replace(
        new WorkspaceId(document.workspace()),
        document.base(),
        document.id(),
        document.version(),
        indexed);
  }

  private static int passages(IndexChange change) {
    return change instanceof IndexChange.Replace replace ? replace.passages().size() : 1;
  }

  private Call call() {
    return new Call("index", new Caller.Parley(NONE), Deadline.after(clock, STEP));
  }

  /// A search that waits for the changes up to a wish.
  private record Waiting(long wish, Promise<Void> settled) {}

  private static <T> T await(Future<T> future) throws Exception {
    return future.await(STEP.toMillis(), TimeUnit.MILLISECONDS);
  }
}
