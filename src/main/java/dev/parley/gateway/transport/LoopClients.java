package dev.parley.gateway.transport;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// One HTTP client for each event loop.
///
/// A client's pool hands out whichever connection is free, also one that lives on another event
/// loop, and then every token changes threads on its way. With a client of its own, an event loop
/// only ever sees connections it opened itself.
public final class LoopClients {
  private static final int WAITING = 256;
  private static final int KEEP_ALIVE_SECONDS = 30;

  private final HttpClientAgent[] clients;
  private final AtomicInteger next = new AtomicInteger();
  private final Map<Thread, HttpClient> byLoop = new ConcurrentHashMap<>();

  /// Must not be called on an event loop: a client made there is closed with the verticle that
  /// happens to run there.
  ///
  /// @param connect until a connection stands
  /// @param connections that each event loop may hold to each server at once; one stream needs one
  public LoopClients(Vertx vertx, Duration connect, int connections) {
    if (Context.isOnEventLoopThread()) {
      throw new IllegalStateException("clients are made before the event loops need them");
    }
    var loops = 2 * Runtime.getRuntime().availableProcessors(); // as many as Vert.x makes
    clients = new HttpClientAgent[loops];
    for (var i = 0; i < loops; i++) {
      clients[i] = vertx.createHttpClient(options(connect), pool(connections));
    }
  }

  private static HttpClientOptions options(Duration connect) {
    return new HttpClientOptions()
        .setConnectTimeout((int) connect.toMillis())
        .setSslHandshakeTimeout(connect.toSeconds() + 1)
        .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
        .setMaxRedirects(0)
        .setDecompressionSupported(false);
  }

  private static PoolOptions pool(int connections) {
    return new PoolOptions().setHttp1MaxSize(connections).setMaxWaitQueueSize(WAITING);
  }

  /// The client of the event loop this is called on.
  public HttpClient mine() {
    return byLoop.computeIfAbsent(
        Thread.currentThread(), _ -> clients[next.getAndIncrement() % clients.length]);
  }

  /// Closes every connection.
  public Future<?> close() {
    return Future.join(Arrays.stream(clients).map(HttpClientAgent::close).toList());
  }
}
