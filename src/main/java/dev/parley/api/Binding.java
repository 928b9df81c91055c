package dev.parley.api;

import static java.util.Objects.requireNonNull;

import dev.parley.platform.http.Answer;
import dev.parley.platform.http.Endpoint;
import dev.parley.platform.http.RawEndpoint;
import dev.parley.platform.http.RouteGroup;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Binds the endpoints of the parts to the operations of the contract.
final class Binding implements RouteGroup.Operations {
  /// The body of an upload goes to a file, so the contract's check of it does not apply.
  private static final Set<String> UPLOADS =
      Set.of("uploadDocument", "uploadAttachment", "uploadConversationDocument");

  private final RouterBuilder builder;
  private final Answers answers;
  private final Set<String> unbound = new TreeSet<>();
  private final Map<String, RawEndpoint> raw = new HashMap<>();

  Binding(RouterBuilder builder, Answers answers) {
    this.builder = builder;
    this.answers = answers;
    builder.getRoutes().forEach(route -> unbound.add(route.getOperation().getOperationId()));
  }

  @Override
  public void on(String operationId, Endpoint endpoint) {
    take(operationId);
    requireNonNull(builder.getRoute(operationId))
        .setDoValidation(!UPLOADS.contains(operationId))
        .addHandler(context -> answer(endpoint, context));
  }

  @Override
  public void raw(String operationId, RawEndpoint endpoint) {
    take(operationId);
    raw.put(operationId, endpoint);
  }

  /// The endpoints of operations whose bodies are bytes, by operation id.
  Map<String, RawEndpoint> rawEndpoints() {
    return raw;
  }

  private void take(String operationId) {
    if (!unbound.remove(operationId)) {
      throw new IllegalStateException(
          "operation " + operationId + " is not in the contract, or has two endpoints");
    }
  }

  /// Fails when an operation of the contract has no endpoint.
  void complete() {
    if (!unbound.isEmpty()) {
      throw new IllegalStateException("operations without an endpoint: " + unbound);
    }
  }

  private void answer(Endpoint endpoint, RoutingContext context) {
    Future<Answer> answer;
    try {
      answer = endpoint.handle(new BoundRequest(context));
    } catch (RuntimeException e) {
      answer = Future.failedFuture(e);
    }
    answer.onSuccess(ready -> answers.write(context, ready)).onFailure(context::fail);
  }
}
