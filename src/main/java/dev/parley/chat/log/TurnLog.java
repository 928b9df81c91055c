package dev.parley.chat.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import org.jspecify.annotations.Nullable;

/// The events of one running turn: appended by its owner, read by any number of readers at their
/// own pace. Nothing follows a terminal event. Safe from any thread; the lock is held for a few
/// instructions only.
///
/// The numbers are dense from 1. Another owner, which begins the answer anew, goes on from the next
/// million: readers may have seen events of the last second that were never stored, and no number
/// may mean two things.
public final class TurnLog {
  private static final int NUMBERS_OF_AN_ATTEMPT = 1_000_000;

  /// An answer of the largest size has fewer events than this.
  private static final int MAX_EVENTS = 200_000;

  private final List<LoggedEvent> events;
  private final int stored;
  private final int base;
  private final Set<Runnable> wakeUps = new CopyOnWriteArraySet<>();
  private boolean ended;
  private boolean abandoned;

  public TurnLog() {
    this(List.of(), 1);
  }

  /// @param stored what earlier owners have stored
  /// @param attempt the how manieth owner this is
  public TurnLog(List<LoggedEvent> stored, int attempt) {
    this.events = new ArrayList<>(stored);
    this.stored = stored.size();
    this.base = (attempt - 1) * NUMBERS_OF_AN_ATTEMPT;
  }

  /// Adds an event and wakes the readers. Ignored after a terminal event.
  public void append(TurnEvent event) {
    synchronized (this) {
      if (ended || abandoned || (events.size() >= MAX_EVENTS && !event.terminal())) {
        return;
      }
      ended = event.terminal();
      events.add(LoggedEvent.of(next(), event));
    }
    wakeUps.forEach(Runnable::run);
  }

  /// The event behind `seq`, or null when it has not happened yet.
  public synchronized @Nullable LoggedEvent after(int seq) {
    var index = behind(seq);
    return index < events.size() ? events.get(index) : null;
  }

  /// The events behind `seq`.
  public synchronized List<LoggedEvent> allAfter(int seq) {
    return List.copyOf(events.subList(behind(seq), events.size()));
  }

  /// The number that the next event will have.
  public synchronized int next() {
    return base + events.size() - stored + 1;
  }

  /// Somebody else owns the turn now: nothing is added any more, and readers have to look there.
  public void abandon() {
    synchronized (this) {
      abandoned = true;
    }
    wakeUps.forEach(Runnable::run);
  }

  /// Whether the rest stands elsewhere.
  synchronized boolean abandoned() {
    return abandoned && !ended;
  }

  /// The place of the first event behind `seq`.
  private int behind(int seq) {
    if (seq > base) {
      return Math.min(stored + seq - base, events.size());
    }
    var index = 0;
    while (index < stored && events.get(index).seq() <= seq) {
      index++;
    }
    return index;
  }

  /// Calls `wakeUp` after each append, on the appending thread, until it is taken back.
  void listen(Runnable wakeUp) {
    wakeUps.add(wakeUp);
  }

  void forget(Runnable wakeUp) {
    wakeUps.remove(wakeUp);
  }
}
