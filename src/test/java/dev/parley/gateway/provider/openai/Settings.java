package dev.parley.gateway.provider.openai;

import dev.parley.gateway.spi.ModelMessage;
import dev.parley.gateway.spi.ModelRequest;
import dev.parley.gateway.transport.Endpoint;
import dev.parley.gateway.transport.Endpoint.Timeouts;
import dev.parley.platform.config.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/// Settings whose limits a test can wait for.
final class Settings {
  static final ModelRequest QUESTION =
      new ModelRequest("m", "", List.of(ModelMessage.user("hi?!")), List.of(), 100, 0);

  private Settings() {}

  /// Nothing runs out while a test waits for it.
  static Endpoint patient(URI baseUrl) {
    var plenty = Duration.ofSeconds(15);
    return new Endpoint(
        baseUrl, new Secret("sk-test"), new Timeouts(plenty, plenty, plenty, plenty), 100);
  }

  /// Silence is soon noticed.
  static Endpoint quick(URI baseUrl) {
    var timeouts =
        new Timeouts(
            Duration.ofSeconds(15),
            Duration.ofMillis(800),
            Duration.ofMillis(800),
            Duration.ofSeconds(15));
    return new Endpoint(baseUrl, new Secret("sk-test"), timeouts, 100);
  }

  /// The whole answer has this long.
  static Endpoint within(URI baseUrl, Duration total) {
    var plenty = Duration.ofSeconds(15);
    return new Endpoint(
        baseUrl, new Secret("sk-test"), new Timeouts(plenty, plenty, plenty, total), 100);
  }
}
