package dev.parley.gateway;

import dev.parley.gateway.book.RouteShelf;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.List;

/// Reads the routes before calls are made, and closes the providers when the process stops.
final class GatewayVerticle extends VerticleBase {
  private final RouteShelf shelf;
  private final Closing connections;
  private final List<AutoCloseable> others;

  /// @param others closed in their order, off the event loop
  GatewayVerticle(RouteShelf shelf, Closing connections, List<AutoCloseable> others) {
    this.shelf = shelf;
    this.connections = connections;
    this.others = List.copyOf(others);
  }

  @Override
  public Future<?> start() {
    return shelf.load();
  }

  @Override
  public Future<?> stop() {
    return Future.join(
        connections.close(),
        vertx.executeBlocking(() -> {
          for (var one : others) {
            one.close();
          }
          return true;
        }));
  }

  /// Ends connections.
  @FunctionalInterface
  interface Closing {
    Future<?> close();
  }
}
