package dev.parley.platform.lifecycle;

import io.vertx.core.Deployable;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/// Something of the process that is started and stopped. Parts start in order and stop in reverse.
public interface Part {
  String name();

  /// Completes when the part serves.
  Future<?> start(Vertx vertx);

  /// Completes when the part has finished what it had begun. Called once, also after a failed
  /// start.
  Future<?> stop(Vertx vertx);

  /// A part that is one or more instances of a verticle.
  static Part verticle(String name, int instances, Supplier<? extends Deployable> verticle) {
    var deployed = new AtomicReference<String>();
    return of(
        name,
        vertx ->
            vertx
                .deployVerticle(verticle, new DeploymentOptions().setInstances(instances))
                .onSuccess(deployed::set),
        vertx -> {
          var id = deployed.get();
          return id == null ? Future.succeededFuture() : vertx.undeploy(id);
        });
  }

  /// A part made of two functions.
  static Part of(String name, Step start, Step stop) {
    return new Part() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Future<?> start(Vertx vertx) {
        return start.run(vertx);
      }

      @Override
      public Future<?> stop(Vertx vertx) {
        return stop.run(vertx);
      }
    };
  }

  /// Something that was open before the parts started and is closed after they stopped.
  static Part closing(String name, Supplier<Future<?>> close) {
    return of(name, _ -> Future.succeededFuture(), _ -> close.get());
  }

  /// One direction of a part.
  @FunctionalInterface
  interface Step {
    Future<?> run(Vertx vertx);
  }
}
