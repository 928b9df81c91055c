package dev.parley.tools.run;

import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.Counter;
import io.prometheus.client.Histogram;

/// How often tools are used, and how long that takes.
final class ToolMetrics {
  private static final double[] SECONDS = {0.005, 0.02, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15};

  private final Counter calls;
  private final Histogram seconds;

  ToolMetrics(CollectorRegistry registry) {
    calls =
        Counter.build("tool_calls_total", "Uses of tools by models, and by those who try them.")
            .labelNames("tool", "outcome")
            .register(registry);
    seconds =
        Histogram.build("tool_call_seconds", "How long uses of tools take.")
            .labelNames("tool")
            .buckets(SECONDS)
            .register(registry);
  }

  /// @param outcome `ok`, `error`, or `refused` where nothing was done
  void ended(String tool, String outcome, double took) {
    calls.labels(tool, outcome).inc();
    seconds.labels(tool).observe(took);
  }

  void refused(String tool) {
    calls.labels(tool, "refused").inc();
  }
}
