package dev.parley.api;

import dev.parley.platform.http.Answer;
import dev.parley.platform.http.RouteGroup;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.openapi.router.RequestExtractor;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import java.util.List;
import java.util.Set;

/// Puts the handlers in their order:
///
/// 1. [Arrival] gives the request its id and counts it at the end
/// 2. [SecurityHeaders]
/// 3. [Origins] turns foreign pages away
/// 4. [Entry] finds the operation and the caller and counts the request, before the body is read
/// 5. the body, bounded in size and time; [RawRequests] answer operations whose bodies are bytes
/// 6. the contract checks the request, and the endpoint of its operation answers
/// 7. [WebPages], for what is no operation
/// 8. [Problems], for whatever failed
final class Edge {
  private static final Set<HttpMethod> WITH_BODY =
      Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH);

  private final Contract contract;
  private final ApiParts parts;
  private final Health health;
  private final OpenStreams streams;
  private final HttpMetrics metrics;

  Edge(Contract contract, ApiParts parts, Health health, OpenStreams streams, HttpMetrics metrics) {
    this.contract = contract;
    this.parts = parts;
    this.health = health;
    this.streams = streams;
    this.metrics = metrics;
  }

  /// The router of the main port.
  Router router(Vertx vertx) {
    var problems = new Problems(parts.config().maxContentLength().bytes());
    var router = Router.router(vertx);
    router
        .route()
        .handler(
            new Arrival(
                parts.ids(), metrics, new Peers(parts.config().trustedProxies()), parts.tracing()));
    router.route().handler(new SecurityHeaders());
    router.route().handler(new Origins(parts.config().corsOrigins()));
    router
        .route()
        .handler(
            new Entry(
                contract,
                parts.callers(),
                new RateLimits(parts.limits()),
                parts.firstWorkspace(),
                parts.clock()));
    var builder =
        RouterBuilder.create(vertx, contract.openApi(), RequestExtractor.withBodyHandler());
    var binding = bind(builder);
    router
        .route()
        .handler(
            new RawRequests(
                binding.rawEndpoints(),
                parts.config().maxContentLength().bytes(),
                parts.config().bodyTimeout()));
    router.route().handler(this::readBody);
    router.route().subRouter(builder.createRouter());
    router.route().handler(new WebPages());
    router.route().failureHandler(problems::answer);
    for (var status : List.of(404, 405)) {
      router.errorHandler(status, problems::answer);
    }
    return router;
  }

  private Binding bind(RouterBuilder builder) {
    var binding = new Binding(builder, new Answers(streams));
    health.addTo(binding);
    binding.on(
        "openapi", _ -> Future.succeededFuture(Answer.text("application/json", contract.json())));
    for (RouteGroup group : parts.routes()) {
      group.addTo(binding);
    }
    binding.complete();
    return binding;
  }

  /// Reads the body to memory, or uploads to files that go with the request. A body that drips is
  /// cut off at the deadline: the server's idle timeout does not see it.
  private void readBody(RoutingContext context) {
    if (!WITH_BODY.contains(context.request().method())) {
      context.next();
      return;
    }
    var vertx = context.vertx();
    var deadline =
        vertx.setTimer(
            parts.config().bodyTimeout().toMillis(),
            _ -> {
              if (!context.request().isEnded()) {
                context.fail(408);
              }
            });
    context.addEndHandler(_ -> vertx.cancelTimer(deadline));
    BodyHandler.create(parts.uploads().toString())
        .setBodyLimit(parts.config().maxContentLength().bytes())
        .setDeleteUploadedFilesOnEnd(true)
        .handle(context);
  }
}
