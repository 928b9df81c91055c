package dev.parley.metering.outbox;

import dev.parley.call.Call;
import dev.parley.call.Caller;
import dev.parley.call.Deadline;
import dev.parley.call.WorkspaceId;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/// Where consumers take events from, each at least once:
///
/// ```java
/// outbox.next(100).compose(events -> publish(events)).compose(ids -> outbox.done(ids))
/// ```
///
/// What is not done within half a minute is given out again. Safe from any thread.
public final class Outbox {
  private static final Duration CLAIM = Duration.ofSeconds(30);
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final WorkspaceId NONE = new WorkspaceId(new UUID(0, 0));

  private final OutboxStore store;
  private final InstantSource clock;

  public Outbox(OutboxStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /// The oldest events that nobody has, of all workspaces.
  public Future<List<OutboxEvent>> next(int most) {
    return store.claim(call(), most, CLAIM);
  }

  /// Says that they have arrived.
  public Future<Void> done(List<UUID> ids) {
    return ids.isEmpty() ? Future.succeededFuture() : store.delete(call(), ids).mapEmpty();
  }

  /// Forgets what nobody wanted for so long.
  public Future<Integer> forgetOlderThan(Duration age) {
    return store.forget(call(), clock.instant().minus(age));
  }

  private Call call() {
    return new Call("outbox", new Caller.Parley(NONE), Deadline.after(clock, LIMIT));
  }
}
