package dev.parley.metering.budget;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;

/// Reads the budgets, keeps the leases while the process runs, and gives them back at its end.
final class BudgetVerticle extends VerticleBase {
  private static final Duration FORGET = Duration.ofHours(1);

  private final BudgetMemory memory;
  private final BudgetUpkeep upkeep;
  private final BudgetConfig config;

  BudgetVerticle(BudgetMemory memory, BudgetUpkeep upkeep, BudgetConfig config) {
    this.memory = memory;
    this.upkeep = upkeep;
    this.config = config;
  }

  @Override
  public Future<?> start() {
    var _ = vertx.setPeriodic(config.heartbeat().toMillis(), _ -> upkeep.beat());
    var _ = vertx.setPeriodic(half(config.idle()), _ -> upkeep.rest());
    var _ = vertx.setPeriodic(FORGET.toMillis(), _ -> upkeep.forget());
    return memory.load();
  }

  @Override
  public Future<?> stop() {
    return upkeep.end();
  }

  private static long half(Duration length) {
    return Math.max(1, length.toMillis() / 2);
  }
}
