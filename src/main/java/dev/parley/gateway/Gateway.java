package dev.parley.gateway;

import dev.parley.control.audit.AuditStore;
import dev.parley.control.change.Change;
import dev.parley.control.setting.Settings;
import dev.parley.gateway.book.Book;
import dev.parley.gateway.model.GatewayMetrics;
import dev.parley.gateway.model.MeteredEmbedder;
import dev.parley.gateway.model.ModelCall;
import dev.parley.gateway.model.Models;
import dev.parley.gateway.model.RecentOutcomes;
import dev.parley.gateway.provider.extractive.ExtractiveProvider;
import dev.parley.gateway.provider.langchain.LangChainProvider;
import dev.parley.gateway.provider.mock.MockProvider;
import dev.parley.gateway.provider.onnx.OnnxEmbedder;
import dev.parley.gateway.provider.openai.OpenAiProvider;
import dev.parley.gateway.reuse.Reuse;
import dev.parley.gateway.route.Breakers;
import dev.parley.gateway.route.SharedRests;
import dev.parley.gateway.spi.Assistants;
import dev.parley.gateway.spi.Embedder;
import dev.parley.gateway.spi.Provider;
import dev.parley.gateway.spi.ServerAddress;
import dev.parley.gateway.transport.Endpoint;
import dev.parley.gateway.transport.LoopClients;
import dev.parley.gateway.transport.Upstream;
import dev.parley.gateway.wire.WireRoutes;
import dev.parley.metering.Meter;
import dev.parley.platform.config.Secret;
import dev.parley.platform.http.RouteGroup;
import dev.parley.platform.http.outbound.Outbound;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.lifecycle.Part;
import dev.parley.platform.lifecycle.Probe;
import dev.parley.platform.observe.Metrics;
import dev.parley.platform.observe.trace.Tracing;
import dev.parley.platform.postgres.Database;
import dev.parley.platform.redis.RedisServer;
import dev.parley.platform.seal.Sealer;
import dev.parley.policy.Policing;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The door of the gateway.
///
/// @param part closes the providers when the process stops
/// @param embedder makes the vectors of questions and documents
/// @param probe whether the models answer
/// @param wire makes the operations under `/v1`; assistants are made later than the gateway, which
///   they use
public record Gateway(
    Part part,
    Models models,
    Embedder embedder,
    Probe probe,
    Function<Assistants, RouteGroup> wire,
    List<RouteGroup> routes) {
  private static final int CONNECTIONS = 20_000;
  private static final Duration MOCK_PACE = Duration.ofMillis(20);

  /// Wires the part and loads the embedding model. Blocks some tenths of a second; called once,
  /// from the main thread.
  public static Gateway of(GatewayConfig config, Needs needs) {
    var vertx = needs.vertx();
    var clock = needs.clock();
    var onnx = new OnnxEmbedder(clock, config.embeddingThreads());
    var measured = new GatewayMetrics(needs.metrics().registry());
    var embedder = new MeteredEmbedder(onnx, measured, needs.meter(), needs.ids(), clock);
    var clients = new LoopClients(vertx, config.timeouts().connect(), CONNECTIONS);
    var provider = provider(config, needs, clients, embedder);
    var breakers = new Breakers();
    var book = book(config, needs, clients, provider, breakers);
    var outcomes = new RecentOutcomes();
    var settings = GatewaySettings.in(needs.settings(), config);
    var models =
        new Models(
            book.shelf(),
            new Models.Defaults(settings.maxTokens(), config.temperature()),
            new ModelCall.Needs(vertx, needs.meter(), measured, needs.tracing(), outcomes, clock),
            needs.ids());
    var reuse =
        new Reuse(models, embedder, config.cacheTtl(), settings.reuse(), needs.redis(), clock);
    var longest = config.timeouts().total();
    var redis = needs.redis();
    var rests = redis == null ? null : new SharedRests(breakers, redis, clock);
    return new Gateway(
        Part.verticle(
            "gateway",
            1,
            () ->
                new GatewayVerticle(book.shelf(), rests, clients::close, closing(onnx, provider))),
        models,
        embedder,
        new Probe("llm", false, () -> Future.succeededFuture(outcomes.healthy())),
        assistants ->
            new WireRoutes(
                vertx, models, reuse, needs.policing(), embedder, assistants, longest, clock),
        List.of(book.routes()));
  }

  private static Provider provider(
      GatewayConfig config, Needs needs, LoopClients clients, Embedder embedder) {
    var upstream = configured(config, needs, clients);
    return switch (config.chosen()) {
      case OPENAI ->
          new OpenAiProvider(
              upstream.to("openai", config.openai().url(), config.openai().apiKey()));
      case ANTHROPIC ->
          LangChainProvider.anthropic(
              upstream.to("anthropic", config.anthropic().url(), config.anthropic().apiKey()));
      case GEMINI ->
          LangChainProvider.gemini(
              upstream.to("gemini", config.gemini().url(), config.gemini().apiKey()));
      case OLLAMA ->
          LangChainProvider.ollama(
              upstream.to("ollama", config.ollama().url(), config.ollama().apiKey()));
      case EXTRACTIVE, AUTO -> new ExtractiveProvider(needs.vertx(), embedder, needs.clock());
      case MOCK -> new MockProvider(needs.vertx(), MOCK_PACE, needs.clock());
    };
  }

  /// What the operator names is reached wherever it leads.
  private static ToUpstream configured(GatewayConfig config, Needs needs, LoopClients clients) {
    return (name, url, key) ->
        new Upstream(
            needs.vertx(),
            new Endpoint(name, url, key, timeouts(config)),
            clients,
            ServerAddress.AS_NAMED,
            needs.clock());
  }

  /// Where a provider is.
  @FunctionalInterface
  private interface ToUpstream {
    Upstream to(String name, URI url, Secret key);
  }

  private static Book book(
      GatewayConfig config,
      Needs needs,
      LoopClients clients,
      Provider provider,
      Breakers breakers) {
    var upstreams =
        new ProviderUpstreams(
            needs.vertx(), clients, timeouts(config), needs.outbound(), needs.clock());
    return Book.of(
        new Book.Needs(
            needs.vertx(),
            needs.database(),
            needs.change(),
            needs.audit(),
            needs.sealer(),
            needs.ids(),
            needs.clock()),
        upstreams,
        breakers,
        new ConfiguredRoutes(config, provider, breakers));
  }

  private static Endpoint.Timeouts timeouts(GatewayConfig config) {
    var limits = config.timeouts();
    return new Endpoint.Timeouts(
        limits.connect(), limits.firstToken(), limits.idle(), limits.total());
  }

  private static List<AutoCloseable> closing(OnnxEmbedder onnx, Provider provider) {
    return provider instanceof ExtractiveProvider extractive
        ? List.of(extractive, onnx)
        : List.of(onnx);
  }

  /// What the gateway is given.
  ///
  /// @param redis for answers that all replicas share
  public record Needs(
      Vertx vertx,
      Database database,
      @Nullable RedisServer redis,
      Outbound outbound,
      Change change,
      AuditStore audit,
      Settings settings,
      Sealer sealer,
      Meter meter,
      Policing policing,
      Metrics metrics,
      Tracing tracing,
      Ids ids,
      InstantSource clock) {}
}
