package dev.parley.platform.http.outbound;

import dev.parley.platform.http.outbound.OutboundProblem.Busy;
import dev.parley.platform.http.outbound.OutboundProblem.TooSlow;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Lets a number of requests run and a number of them wait, in the order they came.
final class Turns {
  private final Semaphore places;
  private final Semaphore running;

  Turns(int parallel, int waiting) {
    places = new Semaphore(parallel + waiting);
    running = new Semaphore(parallel, true);
  }

  /// Takes a place, which [#leave()] gives back, or throws [Busy]. Never blocks.
  void enter() {
    if (!places.tryAcquire()) {
      throw new Busy();
    }
  }

  void leave() {
    places.release();
  }

  /// Waits for a turn, which [#end()] gives back. Blocks.
  void begin(Duration patience) throws InterruptedException {
    if (!running.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
      throw new TooSlow("Other addresses were being fetched for too long. Try again in a moment.");
    }
  }

  void end() {
    running.release();
  }
}
