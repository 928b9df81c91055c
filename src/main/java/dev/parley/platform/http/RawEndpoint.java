package dev.parley.platform.http;

/// Answers an operation whose bodies belong to somebody else's protocol: they are handed on as
/// bytes, and the contract does not look into them.
@FunctionalInterface
public interface RawEndpoint {

  /// Called on the event loop of the request, with the whole body. What it throws becomes an error
  /// answer; once it has returned, it alone ends the exchange.
  void handle(RawExchange exchange);
}
