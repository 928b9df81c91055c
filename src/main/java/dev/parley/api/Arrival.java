package dev.parley.api;

import dev.parley.platform.http.Peer;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.observe.Log;
import dev.parley.platform.observe.trace.Span;
import dev.parley.platform.observe.trace.Tracing;
import dev.parley.platform.time.Stopwatch;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.regex.Pattern;

/// The first handler of every request: gives it an id, finds out where it comes from, and counts
/// and logs it at its end.
final class Arrival implements Handler<RoutingContext> {
  private static final Log LOG = Log.of(Arrival.class);
  private static final int HTTP_SERVER_FAULT = 500;
  private static final String REQUEST_ID = "x-request-id";
  private static final String OPERATION = "operation";
  private static final Pattern ACCEPTABLE_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private static final String PEER = "peer";
  private static final String SPAN = "span";

  private final Ids ids;
  private final HttpMetrics metrics;
  private final Peers peers;
  private final Tracing tracing;

  Arrival(Ids ids, HttpMetrics metrics, Peers peers, Tracing tracing) {
    this.tracing = tracing;
    this.ids = ids;
    this.metrics = metrics;
    this.peers = peers;
  }

  @Override
  public void handle(RoutingContext context) {
    var watch = Stopwatch.start();
    var id =
        Optional.ofNullable(context.request().getHeader(REQUEST_ID))
            .filter(given -> ACCEPTABLE_ID.matcher(given).matches())
            .orElseGet(() -> ids.next().toString());
    context.put(REQUEST_ID, id);
    context.put(PEER, peers.of(context.request()));
    context.response().putHeader(REQUEST_ID, id);
    var span = begin(context);
    context.put(SPAN, span);
    context.addEndHandler(_ -> ended(context, watch, span));
    context.next();
  }

  private Span begin(RoutingContext context) {
    var parent = context.request().getHeader("traceparent");
    return tracing.begin(
        context.request().method().name(), Tracing.Role.SERVER, parent == null ? "" : parent);
  }

  /// What the request is part of, as in the header `traceparent`.
  static String trace(RoutingContext context) {
    return Optional.<Span>ofNullable(context.get(SPAN)).map(Span::traceparent).orElse("");
  }

  /// The id of the request, as in the answer's `x-request-id`.
  static String requestId(RoutingContext context) {
    return Optional.<String>ofNullable(context.get(REQUEST_ID)).orElse("unknown");
  }

  /// Where the request comes from.
  static Peer peer(RoutingContext context) {
    return Optional.<Peer>ofNullable(context.get(PEER))
        .orElseThrow(() -> new IllegalStateException("the request did not arrive"));
  }

  /// Names the route template under which the request is counted.
  static void endpoint(RoutingContext context, String template) {
    context.put(OPERATION, template);
  }

  private void ended(RoutingContext context, Stopwatch watch, Span span) {
    var method = context.request().method().name();
    var endpoint = Optional.<String>ofNullable(context.get(OPERATION)).orElse("other");
    var status = context.response().getStatusCode();
    metrics.request(method, endpoint, status, watch.seconds());
    if (status >= HTTP_SERVER_FAULT) {
      span.failed(Integer.toString(status));
    }
    span.name(method + " " + endpoint)
        .set("http.request.method", method)
        .set("http.route", endpoint)
        .set("http.response.status_code", status)
        .set("parley.request_id", requestId(context))
        .end();
    LOG.debug(
        "request",
        "request_id",
        requestId(context),
        "method",
        method,
        "endpoint",
        endpoint,
        "status",
        status,
        "ms",
        watch.millis());
  }
}
