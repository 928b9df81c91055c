package dev.parley.retrieval;

import dev.parley.platform.lifecycle.Stories;
import dev.parley.platform.observe.Log;
import dev.parley.retrieval.search.PassageIndex;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Writes the index anew as one segment when much of it has changed and nothing has for a while.
/// Used by the thread that follows the changes; the work itself has its own.
final class Compaction {
  private static final Log LOG = Log.of(Compaction.class);
  private static final Duration QUIET = Duration.ofSeconds(20);
  private static final int LEAST = 500;
  private static final double SHARE = 0.1;

  private final PassageIndex index;
  private final Stories stories;
  private final InstantSource clock;
  private int changed;
  private Instant lastChange = Instant.EPOCH;
  private Future<Integer> running = Future.succeededFuture(0);

  Compaction(PassageIndex index, Stories stories, InstantSource clock) {
    this.index = index;
    this.stories = stories;
    this.clock = clock;
  }

  /// So many passages came or went.
  void changed(int passages) {
    changed += passages;
    lastChange = clock.instant();
  }

  /// Starts when it is worth while.
  void maybeStart() {
    var quiet = clock.instant().isAfter(lastChange.plus(QUIET));
    if (quiet && running.isComplete() && changed >= Math.max(LEAST, SHARE * index.size())) {
      changed = 0;
      running = stories.start(this::compact);
    }
  }

  private int compact() {
    try {
      index.compact();
      index.commit(index.lastChange());
    } catch (RuntimeException e) {
      LOG.warning("index not compacted", "cause", e);
    }
    return index.size();
  }
}
