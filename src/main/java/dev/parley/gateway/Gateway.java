package dev.parley.gateway;

import dev.parley.gateway.model.GatewayMetrics;
import dev.parley.gateway.model.MeteredEmbedder;
import dev.parley.gateway.model.ModelCall;
import dev.parley.gateway.model.Models;
import dev.parley.gateway.model.RecentOutcomes;
import dev.parley.gateway.provider.extractive.ExtractiveProvider;
import dev.parley.gateway.provider.mock.MockProvider;
import dev.parley.gateway.provider.onnx.OnnxEmbedder;
import dev.parley.gateway.provider.openai.OpenAiProvider;
import dev.parley.gateway.reuse.Reuse;
import dev.parley.gateway.spi.Embedder;
import dev.parley.gateway.spi.Provider;
import dev.parley.gateway.transport.Endpoint;
import dev.parley.gateway.wire.WireRoutes;
import dev.parley.metering.Ledger;
import dev.parley.platform.http.RouteGroup;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.lifecycle.Part;
import dev.parley.platform.lifecycle.Probe;
import dev.parley.platform.observe.Metrics;
import dev.parley.platform.redis.RedisServer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The door of the gateway.
///
/// @param part closes the providers when the process stops
/// @param embedder makes the vectors of questions and documents
/// @param probe whether the models answer
public record Gateway(
    Part part, Models models, Embedder embedder, Probe probe, List<RouteGroup> routes) {
  private static final int CONNECTIONS = 20_000;
  private static final Duration MOCK_PACE = Duration.ofMillis(20);

  /// Wires the part and loads the embedding model. Blocks some tenths of a second; called once,
  /// from the main thread.
  public static Gateway of(
      Vertx vertx,
      GatewayConfig config,
      Ledger ledger,
      Metrics metrics,
      @Nullable RedisServer redis,
      Ids ids,
      InstantSource clock) {
    var onnx = new OnnxEmbedder(clock, config.embeddingThreads());
    var measured = new GatewayMetrics(metrics.registry());
    var embedder = new MeteredEmbedder(onnx, measured, ledger, ids, clock);
    var provider = provider(vertx, config, embedder, clock);
    var outcomes = new RecentOutcomes();
    var models =
        new Models(
            new ConfiguredRoutes(config, provider),
            new Models.Defaults(config.maxTokens(), config.temperature()),
            new ModelCall.Needs(vertx, ledger, measured, outcomes, clock),
            ids);
    var part = Part.verticle("gateway", 1, () -> new GatewayVerticle(onnx, close(provider)));
    var probe = new Probe("llm", false, () -> Future.succeededFuture(outcomes.healthy()));
    var reuse = new Reuse(models, config.cacheTtl(), redis, clock);
    var longest = config.timeouts().total();
    var wire = new WireRoutes(vertx, models, reuse, embedder, longest, clock);
    return new Gateway(part, models, embedder, probe, List.of(wire));
  }

  private static Provider provider(
      Vertx vertx, GatewayConfig config, Embedder embedder, InstantSource clock) {
    return switch (config.chosen()) {
      case OPENAI -> new OpenAiProvider(vertx, settings(config), clock);
      case EXTRACTIVE, AUTO -> new ExtractiveProvider(vertx, embedder, clock);
      case MOCK -> new MockProvider(vertx, MOCK_PACE, clock);
    };
  }

  private static Endpoint settings(GatewayConfig config) {
    var limits = config.timeouts();
    return new Endpoint(
        config.openai().url(),
        config.openai().apiKey(),
        new Endpoint.Timeouts(limits.connect(), limits.firstToken(), limits.idle(), limits.total()),
        CONNECTIONS);
  }

  private static GatewayVerticle.Closing close(Provider provider) {
    return switch (provider) {
      case OpenAiProvider openai -> openai::close;
      case ExtractiveProvider extractive -> {
        yield () -> {
          extractive.close();
          return Future.succeededFuture();
        };
      }
      default -> Future::succeededFuture;
    };
  }
}
