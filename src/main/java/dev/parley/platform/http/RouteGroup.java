package dev.parley.platform.http;

/// The HTTP operations of one part. The part owns them; `api` mounts them.
public interface RouteGroup {

  /// Names an endpoint for each operation id of `openapi.yaml` that this part answers.
  void addTo(Operations operations);

  /// Where endpoints are named. An operation without an endpoint, and an endpoint without an
  /// operation, stop the start.
  interface Operations {
    void on(String operationId, Endpoint endpoint);

    /// The same for an operation whose bodies are handed on as bytes. The contract only finds it
    /// and says who may call it.
    void raw(String operationId, RawEndpoint endpoint);
  }
}
