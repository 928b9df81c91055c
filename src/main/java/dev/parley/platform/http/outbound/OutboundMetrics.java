package dev.parley.platform.http.outbound;

import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.Histogram;

/// Counts requests by how they ended, never by host: hosts are without number.
final class OutboundMetrics {
  private final Histogram requests;

  OutboundMetrics(CollectorRegistry registry) {
    requests =
        Histogram.build(
                "outbound_request_seconds",
                "Requests to foreign addresses, from the call to the last byte.")
            .labelNames("outcome")
            .buckets(0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 20, 60)
            .register(registry);
  }

  /// @param outcome `answered`, or the code of the problem
  void ended(String outcome, double seconds) {
    requests.labels(outcome).observe(seconds);
  }
}
