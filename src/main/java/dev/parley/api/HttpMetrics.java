package dev.parley.api;

import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.Counter;
import io.prometheus.client.Gauge;
import io.prometheus.client.Histogram;

/// Counts requests by route template, never by address: addresses are without number.
final class HttpMetrics {
  private final Counter requests;
  private final Histogram durations;
  private final Gauge streams;

  HttpMetrics(CollectorRegistry registry) {
    requests =
        Counter.build("http_requests_total", "Requests answered.")
            .labelNames("method", "endpoint", "status")
            .register(registry);
    durations =
        Histogram.build("http_request_duration_seconds", "From the request line to the last byte.")
            .labelNames("method", "endpoint")
            .buckets(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30)
            .register(registry);
    streams =
        Gauge.build("http_event_streams", "Open streams of server-sent events.").register(registry);
  }

  void request(String method, String endpoint, int status, double seconds) {
    requests.labels(method, endpoint, Integer.toString(status)).inc();
    durations.labels(method, endpoint).observe(seconds);
  }

  void streamOpened() {
    streams.inc();
  }

  void streamClosed() {
    streams.dec();
  }
}
