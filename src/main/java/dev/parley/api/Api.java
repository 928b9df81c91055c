package dev.parley.api;

import dev.parley.platform.lifecycle.Part;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The door of the edge: the parts that listen, to be started last and stopped first.
public record Api(List<Part> parts) {
  private static final long CONTRACT_SECONDS = 30;

  /// Reads the contract and binds every operation of it. Blocks; called once, from the main thread.
  public static Api of(Vertx vertx, ApiParts parts) {
    var draining = new Draining();
    var metrics = new HttpMetrics(parts.metrics().registry());
    var streams = new OpenStreams(metrics);
    var health = new Health(parts.probes(), parts.metrics(), parts.clock(), draining);
    var edge = new Edge(contract(vertx), parts, health, streams, metrics);
    var config = parts.config();
    var cores = Runtime.getRuntime().availableProcessors();
    return new Api(
        List.of(
            Part.verticle("metrics", 1, () -> new MetricsVerticle(edge, config)),
            Part.verticle("api", cores, () -> new ApiVerticle(edge, config, streams)),
            Part.verticle("readers", 1, () -> new ReadersVerticle(streams, parts)),
            Part.of(
                "readiness",
                _ -> Future.succeededFuture(),
                _ -> {
                  draining.begin();
                  return Future.succeededFuture();
                })));
  }

  private static Contract contract(Vertx vertx) {
    try {
      return Contract.load(vertx).await(CONTRACT_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new IllegalStateException("openapi.yaml could not be read in time", e);
    }
  }
}
