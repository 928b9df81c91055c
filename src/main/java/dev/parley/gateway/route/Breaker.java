package dev.parley.gateway.route;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/// Leaves a failing target alone. Safe from any thread.
///
/// It opens after three failures in a row, or when of ten or more attempts within ten seconds half
/// failed. While open nothing passes; then one probe passes, and each probe that fails doubles the
/// rest, from five seconds up to a minute: in an outage of a minute six attempts at most.
public final class Breaker {
  private static final int IN_A_ROW = 3;
  private static final int ENOUGH = 10;
  private static final long WINDOW_MS = 10_000;
  private static final long FIRST_REST_MS = 5_000;
  private static final long HEARING_MS = 2_500;
  private static final long LONGEST_REST_MS = 60_000;

  private int inARow;
  private int attempts;
  private int failures;
  private long windowEndsAt;
  private long restMs = FIRST_REST_MS;
  private long opensAgainAt;
  private boolean open;
  private boolean probing;

  /// What a breaker is doing.
  public enum State {
    /// Everything passes.
    CLOSED,
    /// Nothing passes.
    OPEN,
    /// One attempt may pass, or is on its way.
    HALF_OPEN
  }

  public synchronized State state(long now) {
    if (!open) {
      return State.CLOSED;
    }
    return now >= opensAgainAt ? State.HALF_OPEN : State.OPEN;
  }

  /// Whether an attempt would pass now.
  public synchronized boolean passes(long now) {
    return !open || (now >= opensAgainAt && !probing);
  }

  /// Takes the pass. Who takes one tells how it went, once: [#succeeded], [#failed] or [#released].
  public synchronized boolean take(long now) {
    if (!passes(now)) {
      return false;
    }
    probing = open;
    return true;
  }

  /// Whether a pass that was taken a moment ago still holds: not when the breaker has opened since
  /// then because of what others met.
  public synchronized boolean holds() {
    return !open || probing;
  }

  public synchronized void succeeded(long now) {
    count(now, false);
    inARow = 0;
    open = false;
    probing = false;
    restMs = FIRST_REST_MS;
  }

  public synchronized void failed(long now) {
    count(now, true);
    inARow++;
    if (open && probing) {
      restMs = Math.min(LONGEST_REST_MS, 2 * restMs);
      rest(now, restMs);
    } else if (!open && (inARow >= IN_A_ROW || (attempts >= ENOUGH && 2 * failures >= attempts))) {
      rest(now, restMs);
    }
    probing = false;
  }

  /// The attempt ended without saying anything about the target.
  public synchronized void released() {
    probing = false;
  }

  /// Nothing passes for this long, whatever was before: the target said so, or its key is refused.
  public synchronized void restFor(long now, Duration length) {
    probing = false;
    rest(now, Math.max(length.toMillis(), open ? opensAgainAt - now : 0));
  }

  /// Another replica leaves the target alone for this long. It probes first, and this one has time
  /// to hear how that went. A probe on its way is not disturbed.
  synchronized void hear(long now, long millis) {
    var later = millis + HEARING_MS + ThreadLocalRandom.current().nextLong(HEARING_MS);
    if (!probing && millis > waitMs(now)) {
      open = true;
      opensAgainAt = now + later;
    }
  }

  /// When the next attempt may pass, in milliseconds from now; 0 for at once.
  public synchronized long waitMs(long now) {
    return open ? Math.max(0, opensAgainAt - now) : 0;
  }

  /// Everything passes again: somebody changed what was wrong.
  public synchronized void reset() {
    open = false;
    probing = false;
    inARow = 0;
    attempts = 0;
    failures = 0;
    restMs = FIRST_REST_MS;
  }

  /// A little earlier or later for each, so that replicas do not all probe at once.
  private void rest(long now, long length) {
    open = true;
    opensAgainAt = now + length + ThreadLocalRandom.current().nextLong(length / 10 + 1);
  }

  private void count(long now, boolean failure) {
    if (now >= windowEndsAt) {
      windowEndsAt = now + WINDOW_MS;
      attempts = 0;
      failures = 0;
    }
    attempts++;
    if (failure) {
      failures++;
    }
  }
}
