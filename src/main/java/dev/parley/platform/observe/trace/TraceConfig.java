package dev.parley.platform.observe.trace;

import dev.parley.platform.config.Checked;
import dev.parley.platform.config.Env;
import dev.parley.platform.config.Secret;
import java.util.List;

/// Where spans are sent.
///
/// @param endpoint a collector that speaks OTLP over HTTP; empty for no spans
/// @param headers sent with them: name=value, separated by commas
/// @param samplingRate the share of requests that are traced, 0 to 1
public record TraceConfig(
    @Env("OTEL_EXPORTER_OTLP_ENDPOINT") String endpoint,
    @Env("OTEL_EXPORTER_OTLP_HEADERS") Secret headers,
    @Env("OTEL_SERVICE_NAME") String serviceName,
    @Env("TRACE_SAMPLING_RATE") double samplingRate)
    implements Checked {

  @Override
  public List<String> faults() {
    if (!(samplingRate >= 0 && samplingRate <= 1)) {
      return List.of("trace.sampling-rate must be 0 to 1");
    }
    if (!endpoint.isEmpty()
        && !endpoint.startsWith("http://")
        && !endpoint.startsWith("https://")) {
      return List.of("trace.endpoint must begin with http:// or https://");
    }
    return List.of();
  }
}
