package dev.parley.gateway.model;

import java.util.concurrent.atomic.AtomicInteger;

/// Whether the models have answered lately, from the calls that were made anyway: health costs no
/// call. Safe from any thread.
public final class RecentOutcomes {
  private static final int UNHEALTHY_AFTER = 3;

  private final AtomicInteger failuresInARow = new AtomicInteger();

  void succeeded() {
    failuresInARow.set(0);
  }

  void failed() {
    failuresInARow.incrementAndGet();
  }

  /// False after three failed calls in a row, until one succeeds.
  public boolean healthy() {
    return failuresInARow.get() < UNHEALTHY_AFTER;
  }
}
