package dev.parley.gateway.provider.langchain;

import dev.parley.gateway.spi.ModelMessage;
import dev.parley.gateway.spi.ModelRequest;
import dev.parley.gateway.spi.Provider;
import dev.parley.gateway.spi.ServerAddress;
import dev.parley.gateway.transport.Endpoint;
import dev.parley.gateway.transport.Endpoint.Timeouts;
import dev.parley.gateway.transport.LoopClients;
import dev.parley.gateway.transport.Upstream;
import dev.parley.platform.config.Secret;
import dev.parley.testkit.FakeProvider;
import dev.parley.testkit.dialect.AnthropicDialect;
import dev.parley.testkit.dialect.Dialect;
import dev.parley.testkit.dialect.GeminiDialect;
import dev.parley.testkit.dialect.OllamaDialect;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

/// The three providers, each with a way to play it.
enum Vendors {
  ANTHROPIC,
  GEMINI,
  OLLAMA;

  static final ModelRequest QUESTION =
      new ModelRequest("m", "", List.of(ModelMessage.user("hi?!")), List.of(), 100, 0.5);

  private static final Duration LONG = Duration.ofSeconds(15);
  private static final Duration SHORT = Duration.ofMillis(600);

  private static final Dialect ANTHROPICS = new AnthropicDialect();

  Dialect dialect() {
    return switch (this) {
      case ANTHROPIC -> ANTHROPICS;
      case GEMINI -> new GeminiDialect();
      case OLLAMA -> new OllamaDialect();
    };
  }

  private String path() {
    return switch (this) {
      case ANTHROPIC -> "/v1";
      case GEMINI -> "/v1beta";
      case OLLAMA -> "";
    };
  }

  private Provider make(Upstream upstream) {
    return switch (this) {
      case ANTHROPIC -> LangChainProvider.anthropic(upstream);
      case GEMINI -> LangChainProvider.gemini(upstream);
      case OLLAMA -> LangChainProvider.ollama(upstream);
    };
  }

  /// Nothing runs out while a test waits for it.
  Provider patient(Vertx vertx, LoopClients loops, FakeProvider fake) {
    return provider(vertx, loops, fake, new Timeouts(LONG, LONG, LONG, LONG));
  }

  /// Silence is soon noticed.
  Provider quick(Vertx vertx, LoopClients loops, FakeProvider fake) {
    return provider(vertx, loops, fake, new Timeouts(LONG, SHORT, SHORT, LONG));
  }

  private Provider provider(Vertx vertx, LoopClients loops, FakeProvider fake, Timeouts timeouts) {
    var name = name().toLowerCase(Locale.ROOT);
    var url = URI.create(fake.origin() + path());
    var endpoint = new Endpoint(name, url, new Secret("the-key"), timeouts);
    return make(
        new Upstream(vertx, endpoint, loops, ServerAddress.AS_NAMED, InstantSource.system()));
  }
}
