package dev.parley.gateway;

import dev.parley.call.Call;
import dev.parley.gateway.book.Kind;
import dev.parley.gateway.book.Upstreams;
import dev.parley.gateway.provider.openai.LoopClients;
import dev.parley.gateway.provider.openai.OpenAiProvider;
import dev.parley.gateway.provider.openai.OpenAiSettings;
import dev.parley.gateway.spi.Provider;
import dev.parley.gateway.spi.ServerAddress;
import dev.parley.platform.config.Secret;
import dev.parley.platform.http.HttpProblem;
import dev.parley.platform.http.outbound.Outbound;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Makes the providers of routes that administrators keep. What they named is reached only where
/// that does not lead inside.
final class ProviderUpstreams implements Upstreams {
  private static final String OPENAI = "https://api.openai.com/v1";
  private static final String OLLAMA = "http://localhost:11434/v1";

  private final Vertx vertx;
  private final LoopClients clients;
  private final OpenAiSettings.Timeouts timeouts;
  private final Outbound outbound;
  private final InstantSource clock;
  private final Map<String, ServerAddress> addresses = new ConcurrentHashMap<>();

  ProviderUpstreams(
      Vertx vertx,
      LoopClients clients,
      OpenAiSettings.Timeouts timeouts,
      Outbound outbound,
      InstantSource clock) {
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
    var settings = new OpenAiSettings(kind.wireName(), URI.create(url), key, timeouts);
    return new OpenAiProvider(vertx, settings, clients, address, clock);
  }

  @Override
  public Future<Void> check(Call call, String baseUrl) {
    return outbound.address(call, baseUrl).mapEmpty();
  }

  private static String usual(Kind kind) {
    return switch (kind) {
      case OPENAI -> OPENAI;
      case OLLAMA -> OLLAMA;
      case GEMINI, ANTHROPIC ->
          throw new HttpProblem.Invalid(
              "Name the address of this provider's OpenAI-compatible interface.", List.of());
    };
  }
}
