package dev.parley.chat.handover;

import dev.parley.call.Call;
import dev.parley.call.Caller;
import dev.parley.call.Deadline;
import dev.parley.call.WorkspaceId;
import dev.parley.chat.conversation.Owner;
import dev.parley.chat.handover.Presence.Side;
import dev.parley.control.change.Changes;
import dev.parley.platform.observe.Log;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// Who looks at which conversation now, and who types, in all replicas. Somebody stays for some
/// seconds after their page last said so. A comfort: where it fails nobody seems to be there. Safe
/// from any thread.
///
/// A page says every few seconds that it is still there, which costs one small row. Other replicas
/// hear at once only of what looks different; the rest they read while anybody is there at all.
public final class PresenceBoard {
  private static final Log LOG = Log.of(PresenceBoard.class);
  static final Duration STAYS = Duration.ofSeconds(12);
  static final Duration TYPES = Duration.ofSeconds(5);
  private static final Duration LIMIT = Duration.ofSeconds(4);
  private static final WorkspaceId NONE = new WorkspaceId(new UUID(0, 0));

  private final PresenceStore store;
  private final Changes changes;
  private final InstantSource clock;
  private final Set<Consumer<Place>> listeners = ConcurrentHashMap.newKeySet();
  private volatile Map<Place, Set<Seen>> shown = Map.of();

  public PresenceBoard(PresenceStore store, Changes changes, InstantSource clock) {
    this.store = store;
    this.changes = changes;
    this.clock = clock;
    changes.keep(PresenceStore.TOPIC, this::read);
  }

  /// The caller looks at a conversation.
  public Future<Void> show(Call call, UUID conversation, Side side, boolean typing) {
    var now = clock.instant();
    var me = Owner.of(call);
    var person = me == null ? Presence.NOBODY : me;
    var place = new Place(call.workspace(), conversation);
    var seen = new Seen(side, person, typing);
    var news = !shown.getOrDefault(place, Set.of()).contains(seen);
    var row =
        new Presence(
            call.workspace(),
            conversation,
            side,
            person,
            typing ? now.plus(TYPES) : now,
            now.plus(STAYS));
    return store
        .put(call, row, news)
        .onSuccess(_ -> {
          if (news) {
            var _ = changes.look();
          }
        });
  }

  /// Who is there, by what is known here.
  public List<Seen> at(WorkspaceId workspace, UUID conversation) {
    return List.copyOf(shown.getOrDefault(new Place(workspace, conversation), Set.of()));
  }

  /// Calls `listener` after each change of who is at a place, on some thread, until the answer is
  /// run.
  public Runnable listen(Consumer<Place> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /// Called every two seconds: notices who has gone.
  void tick() {
    if (!shown.isEmpty()) {
      var _ = read().onFailure(e -> LOG.debug("who is there is not known", "cause", e));
    }
  }

  /// Called now and then: rows of who went long ago are of no use.
  void forget() {
    var before = clock.instant().minus(STAYS.multipliedBy(10));
    var _ =
        store
            .forget(call(), before)
            .onFailure(e -> LOG.debug("those who went are not forgotten", "cause", e));
  }

  private Future<Void> read() {
    var now = clock.instant();
    return store.live(call(), now).onSuccess(rows -> take(rows, now)).mapEmpty();
  }

  private void take(List<Presence> rows, Instant now) {
    var fresh = new HashMap<Place, Set<Seen>>();
    for (var row : rows) {
      fresh
          .computeIfAbsent(new Place(row.workspace(), row.conversationId()), _ -> new HashSet<>())
          .add(new Seen(row.side(), row.personId(), row.typing(now)));
    }
    var before = shown;
    shown = fresh;
    var places = new HashSet<>(before.keySet());
    places.addAll(fresh.keySet());
    var changed = new ArrayList<Place>();
    for (var place : places) {
      if (!before.getOrDefault(place, Set.of()).equals(fresh.getOrDefault(place, Set.of()))) {
        changed.add(place);
      }
    }
    changed.forEach(place -> listeners.forEach(listener -> listener.accept(place)));
  }

  private Call call() {
    return new Call("presence", new Caller.Parley(NONE), Deadline.after(clock, LIMIT));
  }

  /// A conversation at which somebody may be.
  public record Place(WorkspaceId workspace, UUID conversation) {}

  /// Somebody who is there.
  ///
  /// @param person zero for whoever has no account
  public record Seen(Side side, UUID person, boolean typing) {}
}
