package dev.parley.metering.limit;

import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/// Counts those inside in the memory of this process.
final class LocalGate implements Gate {
  private final Map<String, Integer> inside = new ConcurrentHashMap<>();

  @Override
  public Future<Optional<Pass>> enter(String subject, int most) {
    var entered = new AtomicBoolean();
    var _ =
        inside.compute(
            subject,
            (_, count) -> {
              var before = count == null ? 0 : count;
              entered.set(before < most);
              return before < most ? Integer.valueOf(before + 1) : count;
            });
    return Future.succeededFuture(entered.get() ? Optional.of(pass(subject)) : Optional.empty());
  }

  private Pass pass(String subject) {
    var left = new AtomicBoolean();
    return () -> {
      if (left.compareAndSet(false, true)) {
        var _ = inside.computeIfPresent(subject, (_, count) -> count == 1 ? null : count - 1);
      }
    };
  }

  @Override
  public void renew() {}
}
