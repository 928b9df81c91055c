package dev.parley.metering.budget;

import java.util.UUID;

/// Money of one period of one budget that this replica may spend. Guarded by its [Slice].
final class Lease {
  private final UUID id;
  private long free;
  private long kept;
  private int holds;
  private long goodUntil = Long.MIN_VALUE;
  private boolean lost;

  Lease(UUID id) {
    this.id = id;
  }

  UUID id() {
    return id;
  }

  /// What nobody has been promised; below zero when calls have cost more than was kept for them.
  long free() {
    return free;
  }

  /// Whether calls are under way that it pays for.
  boolean isBusy() {
    return holds > 0;
  }

  boolean isGood(long nowMillis) {
    return !lost && nowMillis < goodUntil;
  }

  boolean isLost() {
    return lost;
  }

  boolean keep(long nano, long nowMillis) {
    if (!isGood(nowMillis) || free < nano) {
      return false;
    }
    free -= nano;
    kept += nano;
    holds++;
    return true;
  }

  void settle(long nano, long cost) {
    kept -= nano;
    holds--;
    free += nano - cost;
  }

  void add(long nano, long until) {
    free += nano;
    goodUntil = Math.max(goodUntil, until);
  }

  void renewed(long until) {
    goodUntil = Math.max(goodUntil, until);
  }

  /// Takes out all that is free, or what is missing as a negative number.
  long empty() {
    var all = free;
    free = 0;
    return all;
  }

  /// The database has taken it back, with all that was free.
  void lose() {
    lost = true;
    free = 0;
  }

  @Override
  public String toString() {
    return "%s: %d free, %d kept for %d".formatted(id, free, kept, holds);
  }
}
