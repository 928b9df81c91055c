package dev.parley.gateway;

import dev.parley.call.Call;
import dev.parley.gateway.book.Kind;
import dev.parley.gateway.book.Upstreams;
import dev.parley.gateway.provider.langchain.LangChainProvider;
import dev.parley.gateway.provider.openai.OpenAiProvider;
import dev.parley.gateway.spi.Provider;
import dev.parley.gateway.spi.ServerAddress;
import dev.parley.gateway.transport.Endpoint;
import dev.parley.gateway.transport.Endpoint.Timeouts;
import dev.parley.gateway.transport.LoopClients;
import dev.parley.gateway.transport.Upstream;
import dev.parley.platform.config.Secret;
import dev.parley.platform.http.outbound.Outbound;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Makes the providers of routes that administrators keep. What they named is reached only where
/// that does not lead inside.
final class ProviderUpstreams implements Upstreams {

  private final Vertx vertx;
  private final LoopClients clients;
  private final Timeouts timeouts;
  private final Outbound outbound;
  private final InstantSource clock;
  private final Map<String, ServerAddress> addresses = new ConcurrentHashMap<>();

  ProviderUpstreams(
      Vertx vertx, LoopClients clients, Timeouts timeouts, Outbound outbound, InstantSource clock) {
    this.vertx = vertx;
    this.clients = clients;
    this.timeouts = timeouts;
    this.outbound = outbound;
    this.clock = clock;
  }

  @Override
  public Provider open(Kind kind, String baseUrl, Secret key) {
    var url = baseUrl.isEmpty() ? usual(kind) : baseUrl;
    var address =
        addresses.computeIfAbsent(url, named -> new CheckedAddress(outbound, named, clock));
    var endpoint = new Endpoint(kind.wireName(), URI.create(url), key, timeouts);
    var upstream = new Upstream(vertx, endpoint, clients, address, clock);
    return switch (kind) {
      case OPENAI -> new OpenAiProvider(upstream);
      case ANTHROPIC -> LangChainProvider.anthropic(upstream);
      case GEMINI -> LangChainProvider.gemini(upstream);
      case OLLAMA -> LangChainProvider.ollama(upstream);
    };
  }

  @Override
  public Future<Void> check(Call call, String baseUrl) {
    return outbound.address(call, baseUrl).mapEmpty();
  }

  private static String usual(Kind kind) {
    return switch (kind) {
      case OPENAI -> GatewayConfig.OpenAi.VENDOR;
      case ANTHROPIC -> GatewayConfig.Anthropic.VENDOR;
      case GEMINI -> GatewayConfig.Gemini.VENDOR;
      case OLLAMA -> GatewayConfig.Ollama.LOCAL;
    };
  }
}
