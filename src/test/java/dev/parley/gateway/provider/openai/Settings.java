package dev.parley.gateway.provider.openai;

import dev.parley.gateway.provider.openai.OpenAiSettings.Timeouts;
import dev.parley.gateway.spi.ModelRequest;
import dev.parley.gateway.spi.ModelRequest.Message;
import dev.parley.gateway.spi.ModelRequest.Role;
import dev.parley.gateway.spi.ServerAddress;
import dev.parley.platform.config.Secret;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/// Settings whose limits a test can wait for.
final class Settings {
  static final ModelRequest QUESTION =
      new ModelRequest("m", "", List.of(new Message(Role.USER, "hi?!")), List.of(), 100, 0);

  private Settings() {}

  /// With connections of its own.
  static OpenAiProvider provider(Vertx vertx, OpenAiSettings settings) {
    var clients = new LoopClients(vertx, settings.timeouts().connect(), 100);
    return new OpenAiProvider(
        vertx, settings, clients, ServerAddress.AS_NAMED, InstantSource.system());
  }

  /// Nothing runs out while a test waits for it.
  static OpenAiSettings patient(URI baseUrl) {
    var plenty = Duration.ofSeconds(15);
    return new OpenAiSettings(
        "openai", baseUrl, new Secret("sk-test"), new Timeouts(plenty, plenty, plenty, plenty));
  }

  /// Silence is soon noticed.
  static OpenAiSettings quick(URI baseUrl) {
    var timeouts =
        new Timeouts(
            Duration.ofSeconds(15),
            Duration.ofMillis(800),
            Duration.ofMillis(800),
            Duration.ofSeconds(15));
    return new OpenAiSettings("openai", baseUrl, new Secret("sk-test"), timeouts);
  }

  /// The whole answer has this long.
  static OpenAiSettings within(URI baseUrl, Duration total) {
    var plenty = Duration.ofSeconds(15);
    return new OpenAiSettings(
        "openai", baseUrl, new Secret("sk-test"), new Timeouts(plenty, plenty, plenty, total));
  }
}
