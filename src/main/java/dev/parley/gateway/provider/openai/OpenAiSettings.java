package dev.parley.gateway.provider.openai;

import dev.parley.platform.config.Secret;
import java.net.URI;
import java.time.Duration;

/// Where the provider is and how long it is waited for.
///
/// @param name in metrics and the ledger
/// @param baseUrl what `/chat/completions` is appended to
/// @param apiKey sent as a bearer token; none is sent when it is empty
public record OpenAiSettings(String name, URI baseUrl, Secret apiKey, Timeouts timeouts) {

  /// Limits of time of one answer.
  ///
  /// @param connect until the connection stands, name look-up and TLS included
  /// @param firstToken from then until the first piece of the answer
  /// @param idle silence between two pieces; noticed at most a quarter of it late
  /// @param total for the whole answer
  public record Timeouts(Duration connect, Duration firstToken, Duration idle, Duration total) {}
}
