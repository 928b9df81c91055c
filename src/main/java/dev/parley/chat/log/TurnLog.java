package dev.parley.chat.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import org.jspecify.annotations.Nullable;

/// The events of one running turn: appended by its owner, read by any number of readers at their
/// own pace. The numbers are dense from 1 and nothing follows a terminal event. Safe from any
/// thread; the lock is held for a few instructions only.
public final class TurnLog {
  /// An answer of the largest size has fewer events than this.
  private static final int MAX_EVENTS = 200_000;

  private final List<LoggedEvent> events = new ArrayList<>();
  private final Set<Runnable> wakeUps = new CopyOnWriteArraySet<>();
  private boolean ended;

  /// Adds an event and wakes the readers. Ignored after a terminal event.
  public void append(TurnEvent event) {
    synchronized (this) {
      if (ended || (events.size() >= MAX_EVENTS && !event.terminal())) {
        return;
      }
      ended = event.terminal();
      events.add(LoggedEvent.of(events.size() + 1, event));
    }
    wakeUps.forEach(Runnable::run);
  }

  /// The event behind `seq`, or null when it has not happened yet.
  synchronized @Nullable LoggedEvent after(int seq) {
    return seq < events.size() ? events.get(seq) : null;
  }

  /// The events behind `seq`.
  public synchronized List<LoggedEvent> allAfter(int seq) {
    return seq >= events.size() ? List.of() : List.copyOf(events.subList(seq, events.size()));
  }

  /// The number of the last event.
  public synchronized int last() {
    return events.size();
  }

  /// Calls `wakeUp` after each append, on the appending thread, until it is taken back.
  void listen(Runnable wakeUp) {
    wakeUps.add(wakeUp);
  }

  void forget(Runnable wakeUp) {
    wakeUps.remove(wakeUp);
  }
}
