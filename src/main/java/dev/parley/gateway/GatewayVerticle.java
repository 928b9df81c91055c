package dev.parley.gateway;

import dev.parley.gateway.book.RouteShelf;
import dev.parley.gateway.route.SharedRests;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the routes before calls are made, and closes the providers when the process stops.
final class GatewayVerticle extends VerticleBase {
  private static final long EXCHANGE_MS = 1_000;

  private final RouteShelf shelf;
  private final @Nullable SharedRests rests;
  private final Closing connections;
  private final List<AutoCloseable> others;

  /// @param rests where there are other replicas to tell
  /// @param others closed in their order, off the event loop
  GatewayVerticle(
      RouteShelf shelf,
      @Nullable SharedRests rests,
      Closing connections,
      List<AutoCloseable> others) {
    this.rests = rests;
    this.shelf = shelf;
    this.connections = connections;
    this.others = List.copyOf(others);
  }

  @Override
  public Future<?> start() {
    var shared = rests;
    if (shared != null) {
      var _ =
          vertx.setPeriodic(
              EXCHANGE_MS,
              _ -> {
                var _ = shared.exchange();
              });
    }
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
