package dev.parley.api;

import dev.parley.platform.http.HttpConfig;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;

/// The same addresses on the metrics port, for scrapers that may not reach the main one.
final class MetricsVerticle extends VerticleBase {
  private final Edge edge;
  private final HttpConfig config;

  MetricsVerticle(Edge edge, HttpConfig config) {
    this.edge = edge;
    this.config = config;
  }

  @Override
  public Future<?> start() {
    return vertx
        .createHttpServer()
        .requestHandler(edge.router(vertx))
        .listen(config.metricsPort(), config.host());
  }
}
