package dev.parley.platform.http.outbound;

import dev.parley.call.Call;
import dev.parley.platform.http.outbound.OutboundProblem.BadRedirect;
import dev.parley.platform.http.outbound.OutboundProblem.TooLarge;
import io.vertx.core.http.HttpClientConnection;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The story of one request: connect, ask, follow redirects, read. Runs on a virtual thread.
///
/// Every hop is checked like the first, on a connection of its own that is closed after it.
final class Fetch {
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  private final Equipment equipment;
  private final Call call;
  private final OutboundRequest request;
  private final FetchLimits limits;
  private final Patience patience;

  /// What all requests share.
  record Equipment(OutboundConfig config, Targets targets, Dialer dialer) {}

  Fetch(
      Equipment equipment,
      Call call,
      OutboundRequest request,
      FetchLimits limits,
      Patience patience) {
    this.equipment = equipment;
    this.call = call;
    this.request = request;
    this.limits = limits;
    this.patience = patience;
  }

  /// Throws an [OutboundProblem].
  Fetched run() throws InterruptedException {
    var target = equipment.targets().parse(request.url());
    var headers = request.headers();
    var most = equipment.config().maxRedirects();
    for (var hops = 0; hops <= most; hops++) {
      var connection = equipment.dialer().dial(call, target, patience, limits.connectTimeout());
      try {
        var exchange = begin(target, headers, connection);
        var head = head(target, exchange);
        var next = next(target, head);
        if (next == null) {
          return read(target, head, exchange);
        }
        headers = next.sameOrigin(target) ? headers : request.harmlessHeaders();
        target = next;
      } finally {
        var _ = connection.close();
      }
    }
    throw new BadRedirect("The address leads through more than %d redirects.".formatted(most));
  }

  private Exchange begin(
      Target target, Map<String, String> headers, HttpClientConnection connection) {
    var options = new RequestOptions().setMethod(request.method()).setURI(target.path());
    options.putHeader(HttpHeaders.USER_AGENT, "Parley");
    headers.forEach(options::putHeader);
    options.putHeader(HttpHeaders.HOST, target.authority());
    options.putHeader(HttpHeaders.ACCEPT_ENCODING, "gzip");
    var most = limits.maxBytes().bytes();
    return Exchange.begin(target.host().name(), connection, options, request.body(), most);
  }

  private HttpClientResponse head(Target target, Exchange exchange) {
    return patience.await(
        exchange.head(),
        equipment.config().firstByteTimeout(),
        target.host().name() + " accepts connections, but does not answer.");
  }

  /// Where to go on; null when this is the answer.
  private @Nullable Target next(Target target, HttpClientResponse head) {
    var location = head.getHeader(HttpHeaders.LOCATION);
    if (!request.follows() || location == null || !REDIRECTS.contains(head.statusCode())) {
      return null;
    }
    var next = equipment.targets().redirect(target, location);
    if (request.staysHome() && !next.sameOrigin(target)) {
      throw new BadRedirect(target.host().name() + " redirects to another server.");
    }
    return next;
  }

  private Fetched read(Target target, HttpClientResponse head, Exchange exchange) {
    var host = target.host().name();
    var most = limits.maxBytes().bytes();
    if (!request.method().equals(HttpMethod.HEAD) && announced(head) > most) {
      throw new TooLarge(host, most);
    }
    var packed =
        patience.await(
            exchange.body(),
            limits.totalTimeout(),
            "The answer of %s did not end in time.".formatted(host));
    return ReadAnswer.of(target, head, packed, most);
  }

  /// The length that the server gives in advance; 0 when it gives none.
  private static long announced(HttpClientResponse head) {
    var length = head.getHeader(HttpHeaders.CONTENT_LENGTH);
    try {
      return length == null ? 0 : Long.parseLong(length);
    } catch (NumberFormatException _) {
      return 0;
    }
  }
}
