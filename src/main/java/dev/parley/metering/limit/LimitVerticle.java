package dev.parley.metering.limit;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import java.util.function.Supplier;

/// Reads the limits, and says of calls under way that they are.
final class LimitVerticle extends VerticleBase {
  private static final Duration EVERY = Duration.ofSeconds(5);

  private final UsageLimits limits;
  private final Supplier<Future<Void>> load;

  LimitVerticle(UsageLimits limits, Supplier<Future<Void>> load) {
    this.limits = limits;
    this.load = load;
  }

  @Override
  public Future<?> start() {
    var _ = vertx.setPeriodic(EVERY.toMillis(), _ -> limits.renew());
    return load.get();
  }
}
