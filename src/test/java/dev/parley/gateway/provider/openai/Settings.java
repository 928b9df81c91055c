package dev.parley.gateway.provider.openai;

import dev.parley.gateway.spi.ModelMessage;
import dev.parley.gateway.spi.ModelRequest;
import dev.parley.gateway.spi.ServerAddress;
import dev.parley.gateway.transport.Endpoint;
import dev.parley.gateway.transport.Endpoint.Timeouts;
import dev.parley.gateway.transport.LoopClients;
import dev.parley.gateway.transport.Upstream;
import dev.parley.platform.config.Secret;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/// Settings whose limits a test can wait for.
final class Settings {
  static final ModelRequest QUESTION =
      new ModelRequest("m", "", List.of(ModelMessage.user("hi?!")), List.of(), 100, 0);

  private Settings() {}

  /// With connections of its own.
  static OpenAiProvider provider(Vertx vertx, Endpoint settings) {
    var clients = new LoopClients(vertx, settings.timeouts().connect(), 100);
    return new OpenAiProvider(
        new Upstream(vertx, settings, clients, ServerAddress.AS_NAMED, InstantSource.system()));
  }

  /// Nothing runs out while a test waits for it.
  static Endpoint patient(URI baseUrl) {
    var plenty = Duration.ofSeconds(15);
    return new Endpoint(
        "openai", baseUrl, new Secret("sk-test"), new Timeouts(plenty, plenty, plenty, plenty));
  }

  /// Silence is soon noticed.
  static Endpoint quick(URI baseUrl) {
    var timeouts =
        new Timeouts(
            Duration.ofSeconds(15),
            Duration.ofMillis(800),
            Duration.ofMillis(800),
            Duration.ofSeconds(15));
    return new Endpoint("openai", baseUrl, new Secret("sk-test"), timeouts);
  }

  /// The whole answer has this long.
  static Endpoint within(URI baseUrl, Duration total) {
    var plenty = Duration.ofSeconds(15);
    return new Endpoint(
        "openai", baseUrl, new Secret("sk-test"), new Timeouts(plenty, plenty, plenty, total));
  }
}
