package dev.parley.metering;

import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.Counter;
import io.prometheus.client.Gauge;

/// What is spent and refused.
final class MeteringMetrics {
  private final Counter cost;
  private final Counter refusals;

  MeteringMetrics(CollectorRegistry registry, Ledger ledger) {
    cost =
        Counter.build("llm_cost_nanousd_total", "Cost of model calls in nano-US-dollars.")
            .labelNames("provider")
            .register(registry);
    refusals =
        Counter.build("budget_refusals_total", "Model calls that a budget refused.")
            .labelNames("reason")
            .register(registry);
    var _ =
        Gauge.build("ledger_lag_seconds", "Age of the oldest entry that is not durable yet.")
            .create()
            .setChild(
                new Gauge.Child() {
                  @Override
                  public double get() {
                    return ledger.lag().toMillis() / 1000.0;
                  }
                })
            .<Gauge>register(registry);
  }

  void charged(String provider, long nano) {
    cost.labels(provider).inc((double) nano);
  }

  void refused(String reason) {
    refusals.labels(reason).inc();
  }
}
