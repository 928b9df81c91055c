package dev.parley.gateway;

import dev.parley.gateway.GatewayConfig.Choice;
import dev.parley.gateway.provider.extractive.ExtractiveProvider;
import dev.parley.gateway.provider.mock.MockProvider;
import dev.parley.gateway.provider.onnx.OnnxEmbedder;
import dev.parley.gateway.provider.openai.OpenAiProvider;
import dev.parley.gateway.provider.openai.OpenAiSettings;
import dev.parley.gateway.spi.Embedder;
import dev.parley.gateway.spi.Provider;
import dev.parley.metering.Meter;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.lifecycle.Part;
import dev.parley.platform.lifecycle.Probe;
import dev.parley.platform.observe.Metrics;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// The door of the gateway.
///
/// @param part closes the providers when the process stops
/// @param embedder makes the vectors of questions and documents
/// @param probe whether the models answer
public record Gateway(Part part, Models models, Embedder embedder, Probe probe) {
  private static final int CONNECTIONS = 20_000;
  private static final Duration MOCK_PACE = Duration.ofMillis(20);

  /// Wires the part and loads the embedding model. Blocks some tenths of a second; called once,
  /// from the main thread.
  public static Gateway of(
      Vertx vertx,
      GatewayConfig config,
      Meter meter,
      Metrics metrics,
      Ids ids,
      InstantSource clock) {
    var onnx = new OnnxEmbedder(clock, config.embeddingThreads());
    var measured = new GatewayMetrics(metrics.registry());
    var embedder = new MeteredEmbedder(onnx, measured, meter, ids, clock);
    var provider = provider(vertx, config, embedder, clock);
    var outcomes = new RecentOutcomes();
    var models =
        new Models(targets(config, provider), config, meter, measured, outcomes, ids, clock);
    var part = Part.verticle("gateway", 1, () -> new GatewayVerticle(onnx, close(provider)));
    var probe = new Probe("llm", false, () -> Future.succeededFuture(outcomes.healthy()));
    return new Gateway(part, models, embedder, probe);
  }

  private static Provider provider(
      Vertx vertx, GatewayConfig config, Embedder embedder, InstantSource clock) {
    return switch (config.chosen()) {
      case OPENAI -> new OpenAiProvider(vertx, settings(config), clock);
      case EXTRACTIVE, AUTO -> new ExtractiveProvider(vertx, embedder);
      case MOCK -> new MockProvider(vertx, MOCK_PACE);
    };
  }

  private static List<Target> targets(GatewayConfig config, Provider provider) {
    if (config.chosen() != Choice.OPENAI) {
      return List.of(new Target(provider, provider.name()));
    }
    var targets = new ArrayList<Target>();
    targets.add(new Target(provider, config.model()));
    if (!config.fallbackModel().isEmpty()) {
      targets.add(new Target(provider, config.fallbackModel()));
    }
    return targets;
  }

  private static OpenAiSettings settings(GatewayConfig config) {
    var limits = config.timeouts();
    return new OpenAiSettings(
        config.openai().url(),
        config.openai().apiKey(),
        new OpenAiSettings.Timeouts(
            limits.connect(), limits.firstToken(), limits.idle(), limits.total()),
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
