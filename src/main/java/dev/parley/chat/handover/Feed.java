package dev.parley.chat.handover;

import dev.parley.call.Call;
import dev.parley.call.Caller;
import dev.parley.call.Deadline;
import dev.parley.call.WorkspaceId;
import dev.parley.control.change.Changes;
import dev.parley.platform.observe.Log;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// Tells this process what happened in conversations that were handed over, in whichever replica:
/// of its own happenings at once, of others' within half a second. Safe from any thread.
///
/// Each happening is told once and in order, and one that is lost on the way to a listener does no
/// harm: listeners read what happened from the table and take this as a sign to look.
public final class Feed {
  private static final Log LOG = Log.of(Feed.class);
  private static final Duration LIMIT = Duration.ofSeconds(4);
  private static final WorkspaceId NONE = new WorkspaceId(new UUID(0, 0));
  private static final int PAGE = 500;
  private static final long UNKNOWN = -1;

  private final HappeningStore store;
  private final Changes changes;
  private final InstantSource clock;
  private final Set<Consumer<Happening>> listeners = ConcurrentHashMap.newKeySet();
  private volatile long mark = UNKNOWN;

  public Feed(HappeningStore store, Changes changes, InstantSource clock) {
    this.store = store;
    this.changes = changes;
    this.clock = clock;
    changes.keep(HappeningStore.TOPIC, this::read);
  }

  /// Calls `listener` after each happening, on some thread, until the answer is run. It must not
  /// block.
  public Runnable listen(Consumer<Happening> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /// Says that this process has made something happen, so that its listeners know at once. Nobody
  /// waits for it: where much happens, a look takes as long as there is something to see.
  public void look() {
    var _ = changes.look();
  }

  /// Nobody listens to what was before the process began.
  private Future<Void> read() {
    var call = new Call("handovers", new Caller.Parley(NONE), Deadline.after(clock, LIMIT));
    return mark == UNKNOWN
        ? store.lastMark(call).onSuccess(last -> mark = last).mapEmpty()
        : readBehind(call);
  }

  private Future<Void> readBehind(Call call) {
    return store
        .since(call, mark, PAGE)
        .compose(page -> {
          tell(page);
          return page.size() < PAGE ? Future.succeededFuture() : readBehind(call);
        });
  }

  private void tell(List<Happening> page) {
    for (var happening : page) {
      mark = happening.mark();
      for (var listener : listeners) {
        try {
          listener.accept(happening);
        } catch (RuntimeException e) {
          LOG.error("a listener has failed", e);
        }
      }
    }
  }
}
