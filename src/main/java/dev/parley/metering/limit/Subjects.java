package dev.parley.metering.limit;

import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// What is remembered of each subject, within a bound: about 20 MB. Whoever comes with more
/// addresses than this is not stopped by counting them. Safe from any thread.
final class Subjects<T extends Subjects.Forgettable> {
  static final int MOST = 100_000;

  private final Map<String, T> known = new ConcurrentHashMap<>();
  private final Supplier<T> empty;
  private final InstantSource clock;

  Subjects(Supplier<T> empty, InstantSource clock) {
    this.empty = empty;
    this.clock = clock;
  }

  T of(String subject) {
    var found = known.get(subject);
    if (found != null) {
      return found;
    }
    makeRoom();
    return known.computeIfAbsent(subject, _ -> empty.get());
  }

  int size() {
    return known.size();
  }

  /// Forgets what counts no more; if that is not enough, a tenth of all.
  private synchronized void makeRoom() {
    if (known.size() < MOST) {
      return;
    }
    var now = clock.millis();
    known.values().removeIf(one -> one.isOver(now));
    var surplus = known.size() - MOST / 10 * 9;
    var all = known.keySet().iterator();
    for (var i = 0; i < surplus && all.hasNext(); i++) {
      var _ = all.next();
      all.remove();
    }
  }

  /// Something that is of no use from some time on.
  interface Forgettable {
    /// @param now in milliseconds
    boolean isOver(long now);
  }
}
