package dev.parley.gateway;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;

/// Closes the providers when the process stops.
final class GatewayVerticle extends VerticleBase {
  private final AutoCloseable embedder;
  private final Closing provider;

  GatewayVerticle(AutoCloseable embedder, Closing provider) {
    this.embedder = embedder;
    this.provider = provider;
  }

  @Override
  public Future<?> stop() {
    return Future.join(
        provider.close(),
        vertx.executeBlocking(() -> {
          embedder.close();
          return true;
        }));
  }

  /// Ends connections.
  @FunctionalInterface
  interface Closing {
    Future<?> close();
  }
}
