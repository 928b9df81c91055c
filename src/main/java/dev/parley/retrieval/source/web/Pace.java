package dev.parley.retrieval.source.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Keeps a distance between requests to the same server, whichever run makes them. Safe from any
/// thread.
public final class Pace {
  private static final int MANY = 1_000;

  private final InstantSource clock;
  private final Map<String, Instant> next = new ConcurrentHashMap<>();

  public Pace(InstantSource clock) {
    this.clock = clock;
  }

  /// Takes the next turn at a server.
  ///
  /// @return how long to wait for it
  Duration turn(String origin, Duration pause) {
    var now = clock.instant();
    if (next.size() > MANY) {
      next.values().removeIf(now::isAfter);
    }
    var after = next.merge(origin, now.plus(pause), (known, _) -> later(known, now).plus(pause));
    var mine = after.minus(pause);
    return mine.isAfter(now) ? Duration.between(now, mine) : Duration.ZERO;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
