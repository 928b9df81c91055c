package dev.parley.gateway.model;

import dev.parley.metering.usage.Usage;
import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.Counter;
import io.prometheus.client.Histogram;

/// What model calls cost in time and tokens.
public final class GatewayMetrics {
  private static final double[] SECONDS = {0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300};

  private static final double[] OVERHEAD_SECONDS = {
    0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.1, 0.5, 2
  };

  private static final double[] EMBEDDING_SECONDS = {
    0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5, 30
  };

  private final Counter requests;
  private final Counter fallbacks;
  private final Counter refusedKeys;
  private final Counter reused;
  private final Counter tokens;
  private final Histogram durations;
  private final Histogram firstTokens;
  private final Histogram embeddings;
  private final Histogram overheads;

  public GatewayMetrics(CollectorRegistry registry) {
    requests =
        Counter.build("llm_requests_total", "Attempts of model calls.")
            .labelNames("route", "target", "outcome")
            .register(registry);
    fallbacks =
        Counter.build("llm_fallbacks_total", "Calls that went on with the next model.")
            .labelNames("reason")
            .register(registry);
    refusedKeys =
        Counter.build("llm_refused_keys_total", "Keys that a provider refused, or had no more for.")
            .labelNames("target", "key")
            .register(registry);
    reused =
        Counter.build("llm_cache_total", "Requests answered with what another one was answered.")
            .labelNames("result")
            .register(registry);
    tokens =
        Counter.build("llm_tokens_total", "Tokens by class.")
            .labelNames("class")
            .register(registry);
    durations = seconds(registry, "llm_request_duration_seconds", "From the call to its end.");
    firstTokens =
        seconds(registry, "llm_time_to_first_token_seconds", "From the call to its first text.");
    overheads =
        Histogram.build("llm_overhead_seconds", "What the gateway itself adds to a call.")
            .buckets(OVERHEAD_SECONDS)
            .register(registry);
    embeddings =
        Histogram.build("embedding_duration_seconds", "From texts to their vectors.")
            .labelNames("urgency")
            .buckets(EMBEDDING_SECONDS)
            .register(registry);
  }

  private static Histogram seconds(CollectorRegistry registry, String name, String help) {
    return Histogram.build(name, help)
        .labelNames("route", "target")
        .buckets(SECONDS)
        .register(registry);
  }

  void overhead(double seconds) {
    overheads.observe(Math.max(0, seconds));
  }

  void keyRefused(String target, String key) {
    refusedKeys.labels(target, key).inc();
  }

  void reused(String how) {
    reused.labels(how).inc();
  }

  void firstToken(String route, String target, double seconds) {
    firstTokens.labels(route, target).observe(seconds);
  }

  void embedded(String urgency, double seconds) {
    embeddings.labels(urgency).observe(seconds);
  }

  void fallback(String reason) {
    fallbacks.labels(reason).inc();
  }

  void ended(String route, String target, String outcome, double seconds, Usage usage) {
    requests.labels(route, target, outcome).inc();
    durations.labels(route, target).observe(seconds);
    tokens.labels("input").inc((double) usage.input());
    tokens.labels("cache_read").inc((double) usage.cacheRead());
    tokens.labels("cache_write").inc((double) usage.cacheWrite());
    tokens.labels("output").inc((double) usage.output());
    tokens.labels("reasoning").inc((double) usage.reasoning());
  }
}
