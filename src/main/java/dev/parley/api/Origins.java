package dev.parley.api;

import dev.parley.platform.http.HttpProblem;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.List;
import java.util.Set;

/// Lets pages of other origins in only when they are listed. A browser says where a request comes
/// from; a foreign page may neither read answers nor send anything that changes something.
final class Origins implements Handler<RoutingContext> {
  private static final Set<HttpMethod> HARMLESS =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
  private static final String METHODS = "GET, POST, PUT, PATCH, DELETE, OPTIONS";
  private static final String HEADERS =
      "Authorization, Content-Type, Idempotency-Key, Last-Event-ID, X-Request-Id";

  private final Set<String> allowed;

  /// @param allowed origins such as `https://example.org`; `*` lets every origin in
  Origins(List<String> allowed) {
    this.allowed = Set.copyOf(allowed);
  }

  @Override
  public void handle(RoutingContext context) {
    var request = context.request();
    var origin = request.getHeader("Origin");
    if (origin == null || sameOrigin(context, origin)) {
      context.next();
      return;
    }
    var known = allowed.contains("*") || allowed.contains(origin) || asksAsWidget(context);
    if (!known && !HARMLESS.contains(request.method())) {
      context.fail(new HttpProblem.Forbidden("Pages of " + origin + " may not use this server."));
      return;
    }
    context.response().putHeader("Vary", "Origin");
    if (known) {
      context.response().putHeader("Access-Control-Allow-Origin", origin);
      context.response().putHeader("Access-Control-Expose-Headers", "X-Request-Id, Retry-After");
    }
    if (request.method().equals(HttpMethod.OPTIONS)) {
      answerPreflight(context, known);
      return;
    }
    context.next();
  }

  /// A publishable key names the sites that may use it, and is looked at behind us. Before it
  /// comes, a browser asks whether it may send it at all; that tells nobody anything.
  private static boolean asksAsWidget(RoutingContext context) {
    var request = context.request();
    if (!context.normalizedPath().equals("/ask")) {
      return false;
    }
    var credentials = String.valueOf(request.getHeader("Authorization"));
    return request.method().equals(HttpMethod.OPTIONS) || credentials.startsWith("Bearer pk_");
  }

  private static void answerPreflight(RoutingContext context, boolean known) {
    if (known) {
      context
          .response()
          .putHeader("Access-Control-Allow-Methods", METHODS)
          .putHeader("Access-Control-Allow-Headers", HEADERS)
          .putHeader("Access-Control-Max-Age", "600");
    }
    var _ = context.response().setStatusCode(204).end();
  }

  private static boolean sameOrigin(RoutingContext context, String origin) {
    var authority = context.request().authority();
    if (authority == null) {
      return false;
    }
    try {
      return authority.toString().equalsIgnoreCase(URI.create(origin).getAuthority());
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
