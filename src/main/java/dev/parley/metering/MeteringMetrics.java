package dev.parley.metering;

import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.Counter;

/// What is spent and refused.
final class MeteringMetrics {
  private final Counter cost;
  private final Counter refusals;

  MeteringMetrics(CollectorRegistry registry) {
    cost =
        Counter.build("llm_cost_nanousd_total", "Cost of model calls in nano-US-dollars.")
            .labelNames("provider")
            .register(registry);
    refusals =
        Counter.build("budget_refusals_total", "Model calls that a budget refused.")
            .labelNames("reason")
            .register(registry);
  }

  void charged(String provider, long nano) {
    cost.labels(provider).inc((double) nano);
  }

  void refused(String reason) {
    refusals.labels(reason).inc();
  }
}
