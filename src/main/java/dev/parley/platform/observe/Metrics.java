package dev.parley.platform.observe;

import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.exporter.common.TextFormat;
import io.prometheus.client.hotspot.DefaultExports;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/// The metrics of one process. Each part registers its own in [#registry()].
public final class Metrics {
  /// The content type of [#text()].
  public static final String CONTENT_TYPE = TextFormat.CONTENT_TYPE_004;

  private final CollectorRegistry registry = new CollectorRegistry();

  private Metrics() {}

  /// Metrics that begin with those of the JVM: memory, collections, threads, CPU.
  public static Metrics ofProcess() {
    var metrics = new Metrics();
    DefaultExports.register(metrics.registry);
    return metrics;
  }

  /// An empty set, for tests.
  public static Metrics empty() {
    return new Metrics();
  }

  public CollectorRegistry registry() {
    return registry;
  }

  /// All metrics in the Prometheus text format.
  public String text() {
    var text = new StringWriter();
    try {
      TextFormat.write004(text, registry.metricFamilySamples());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
