package dev.parley.gateway;

import dev.parley.metering.usage.Usage;
import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.Counter;
import io.prometheus.client.Histogram;

/// What model calls cost in time and tokens.
final class GatewayMetrics {
  private static final double[] SECONDS = {0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300};

  private static final double[] EMBEDDING_SECONDS = {
    0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5, 30
  };

  private final Counter requests;
  private final Counter fallbacks;
  private final Counter tokens;
  private final Histogram durations;
  private final Histogram firstTokens;
  private final Histogram embeddings;

  GatewayMetrics(CollectorRegistry registry) {
    requests =
        Counter.build("llm_requests_total", "Attempts of model calls.")
            .labelNames("provider", "model", "outcome")
            .register(registry);
    fallbacks =
        Counter.build("llm_fallbacks_total", "Calls that went on with the next model.")
            .labelNames("reason")
            .register(registry);
    tokens =
        Counter.build("llm_tokens_total", "Tokens by class.")
            .labelNames("class")
            .register(registry);
    durations =
        Histogram.build("llm_request_duration_seconds", "From the call to its end.")
            .labelNames("provider", "model")
            .buckets(SECONDS)
            .register(registry);
    firstTokens =
        Histogram.build("llm_time_to_first_token_seconds", "From the call to its first text.")
            .labelNames("provider", "model")
            .buckets(SECONDS)
            .register(registry);
    embeddings =
        Histogram.build("embedding_duration_seconds", "From texts to their vectors.")
            .labelNames("urgency")
            .buckets(EMBEDDING_SECONDS)
            .register(registry);
  }

  void firstToken(String provider, String model, double seconds) {
    firstTokens.labels(provider, model).observe(seconds);
  }

  void embedded(String urgency, double seconds) {
    embeddings.labels(urgency).observe(seconds);
  }

  void fallback(String reason) {
    fallbacks.labels(reason).inc();
  }

  void ended(String provider, String model, String outcome, double seconds, Usage usage) {
    requests.labels(provider, model, outcome).inc();
    durations.labels(provider, model).observe(seconds);
    tokens.labels("input").inc((double) usage.input());
    tokens.labels("cache_read").inc((double) usage.cacheRead());
    tokens.labels("cache_write").inc((double) usage.cacheWrite());
    tokens.labels("output").inc((double) usage.output());
    tokens.labels("reasoning").inc((double) usage.reasoning());
  }
}
