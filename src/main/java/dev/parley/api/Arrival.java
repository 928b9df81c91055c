package dev.parley.api;

import dev.parley.platform.http.Peer;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.observe.Log;
import dev.parley.platform.time.Stopwatch;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.regex.Pattern;

/// The first handler of every request: gives it an id, finds out where it comes from, and counts
/// and logs it at its end.
final class Arrival implements Handler<RoutingContext> {
  private static final Log LOG = Log.of(Arrival.class);
  private static final String REQUEST_ID = "x-request-id";
  private static final String OPERATION = "operation";
  private static final Pattern ACCEPTABLE_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private static final String PEER = "peer";

  private final Ids ids;
  private final HttpMetrics metrics;
  private final Peers peers;

  Arrival(Ids ids, HttpMetrics metrics, Peers peers) {
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
    context.addEndHandler(_ -> ended(context, watch));
    context.next();
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

  private void ended(RoutingContext context, Stopwatch watch) {
    var method = context.request().method().name();
    var endpoint = Optional.<String>ofNullable(context.get(OPERATION)).orElse("other");
    var status = context.response().getStatusCode();
    metrics.request(method, endpoint, status, watch.seconds());
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
