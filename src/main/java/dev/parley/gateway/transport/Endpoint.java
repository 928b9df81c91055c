package dev.parley.gateway.transport;

import dev.parley.call.Call;
import dev.parley.platform.config.Secret;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;

/// Where a provider is and how long it is waited for.
///
/// @param name in metrics and the ledger
/// @param baseUrl what the paths of its API are appended to
/// @param apiKey none is sent when it is empty
public record Endpoint(String name, URI baseUrl, Secret apiKey, Timeouts timeouts) {

  /// Limits of time of one answer.
  ///
  /// @param connect until the connection stands, name look-up and TLS included
  /// @param firstToken from then until the first piece of the answer
  /// @param idle silence between two pieces
  /// @param total for the whole answer
  public record Timeouts(Duration connect, Duration firstToken, Duration idle, Duration total) {

    /// How long an answer may take in all: never beyond the deadline of its call.
    public Duration total(Call call, InstantSource clock) {
      var left = call.deadline().left(clock);
      return left.compareTo(total) < 0 ? left : total;
    }

    public Timeouts withTotal(Duration total) {
      return new Timeouts(connect, firstToken, idle, total);
    }
  }
}
