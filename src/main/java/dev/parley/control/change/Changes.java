package dev.parley.control.change;

import dev.parley.call.Call;
import dev.parley.call.Caller;
import dev.parley.call.Deadline;
import dev.parley.call.WorkspaceId;
import dev.parley.platform.observe.Log;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Tells parts of this process what was changed, in whichever replica: within half a second, or at
/// once when somebody who knows says [#look]. Safe from any thread.
///
/// Two changes that came together are told once. While the database is away nobody is told
/// anything; what was changed meanwhile is told afterwards.
public final class Changes {
  private static final Log LOG = Log.of(Changes.class);
  private static final Duration LIMIT = Duration.ofSeconds(4);
  private static final WorkspaceId NONE = new WorkspaceId(new UUID(0, 0));

  private final ChangeStore store;
  private final InstantSource clock;
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private @Nullable Future<Void> look;
  private boolean again;

  Changes(ChangeStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /// Calls `changed` after each change of the topic, on some event loop. It must not block.
  public void on(String topic, Runnable changed) {
    keep(
        topic,
        () -> {
          changed.run();
          return Future.succeededFuture();
        });
  }

  /// Reads something anew after each change of the topic, and again with every look until that
  /// succeeds. Whoever changed it before the first look is told too, so nothing is missed between
  /// the reader's own first reading and then.
  public void keep(String topic, Supplier<Future<Void>> read) {
    listeners.add(new Listener(topic, read));
  }

  /// Looks now, such as after a change of one's own. Completes when the listeners have done what
  /// they do; never fails.
  public synchronized Future<Void> look() {
    if (look != null) {
      again = true; // what runs may have read before the change that made the caller ask
      return look;
    }
    var begun = lookUntilQuiet();
    look = begun.isComplete() ? null : begun;
    return begun;
  }

  private Future<Void> lookUntilQuiet() {
    var call = new Call("changes", new Caller.Parley(NONE), Deadline.after(clock, LIMIT));
    return store
        .versions(call)
        .compose(this::tell)
        .onFailure(e -> LOG.debug("changes cannot be looked at", "cause", e))
        .otherwiseEmpty()
        .compose(_ -> quiet() ? Future.succeededFuture() : lookUntilQuiet());
  }

  private synchronized boolean quiet() {
    if (again) {
      again = false;
      return false;
    }
    look = null;
    return true;
  }

  private Future<Void> tell(Map<String, Long> versions) {
    var told =
        listeners.stream()
            .map(one -> one.take(versions.getOrDefault(one.topic, 0L)))
            .filter(future -> !future.isComplete())
            .toList();
    return told.isEmpty() ? Future.succeededFuture() : Future.join(told).mapEmpty();
  }

  /// Somebody who wants to know, and the version that they have taken in.
  private static final class Listener {
    private final String topic;
    private final Supplier<Future<Void>> read;
    private long version;

    Listener(String topic, Supplier<Future<Void>> read) {
      this.topic = topic;
      this.read = read;
    }

    /// Never fails.
    Future<Void> take(long newest) {
      if (newest == version()) {
        return Future.succeededFuture();
      }
      return read()
          .onSuccess(_ -> version(newest))
          .onFailure(e -> LOG.warning("a change was not taken over", "topic", topic, "cause", e))
          .otherwiseEmpty();
    }

    private Future<Void> read() {
      try {
        return read.get();
      } catch (RuntimeException e) {
        return Future.failedFuture(e);
      }
    }

    private synchronized long version() {
      return version;
    }

    private synchronized void version(long taken) {
      version = taken;
    }
  }
}
