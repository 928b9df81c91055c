package dev.parley.metering.budget;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/// What is kept for one call, of each of its budgets.
final class Kept implements Escrow {
  private final List<Slice.Hold> holds;
  private final AtomicBoolean ended = new AtomicBoolean();

  Kept(List<Slice.Hold> holds) {
    this.holds = holds;
  }

  @Override
  public void settle(long actualNano) {
    if (ended.compareAndSet(false, true)) {
      for (var hold : holds) {
        hold.settle(actualNano);
      }
    }
  }

  @Override
  public void release() {
    settle(0);
  }

  @Override
  public List<UUID> leases() {
    return holds.stream().map(hold -> hold.lease().id()).toList();
  }
}
