package dev.parley.api;

import dev.parley.platform.http.HttpConfig;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One HTTP server, on one event loop. As many run as the machine has cores; they share the port.
final class ApiVerticle extends VerticleBase {
  private static final int DRAIN_SECONDS = 5;

  private final Edge edge;
  private final HttpConfig config;
  private final OpenStreams streams;
  private @Nullable HttpServer server;

  ApiVerticle(Edge edge, HttpConfig config, OpenStreams streams) {
    this.edge = edge;
    this.config = config;
    this.streams = streams;
  }

  @Override
  public Future<?> start() {
    var options =
        new HttpServerOptions()
            .setHost(config.host())
            .setPort(config.port())
            .setIdleTimeout((int) config.idleTimeout().toSeconds())
            .setReadIdleTimeout(0)
            .setCompressionSupported(false)
            .setPerFrameWebSocketCompressionSupported(false) // each is a step for every token
            .setPerMessageWebSocketCompressionSupported(false)
            .setMaxInitialLineLength(8192)
            .setMaxHeaderSize(16384);
    server = vertx.createHttpServer(options).requestHandler(edge.router(vertx));
    return server.listen();
  }

  @Override
  public Future<?> stop() {
    streams.drain();
    return server == null
        ? Future.succeededFuture()
        : server.shutdown(DRAIN_SECONDS, TimeUnit.SECONDS);
  }
}
