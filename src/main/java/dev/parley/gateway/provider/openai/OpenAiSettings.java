package dev.parley.gateway.provider.openai;

import dev.parley.platform.config.Secret;
import java.net.URI;
import java.time.Duration;

/// Where the provider is and how long it is waited for.
///
/// @param baseUrl what `/chat/completions` is appended to
/// @param apiKey sent as a bearer token; none is sent when it is empty
/// @param connections connections that each event loop may hold at once; one stream needs one
public record OpenAiSettings(URI baseUrl, Secret apiKey, Timeouts timeouts, int connections) {

  /// Limits of time of one answer.
  ///
  /// @param connect until the connection stands, name look-up and TLS included
  /// @param firstToken from then until the first piece of the answer
  /// @param idle silence between two pieces
  /// @param total for the whole answer
  public record Timeouts(Duration connect, Duration firstToken, Duration idle, Duration total) {}
}
