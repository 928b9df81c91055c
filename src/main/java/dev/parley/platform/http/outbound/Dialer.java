package dev.parley.platform.http.outbound;

import dev.parley.call.Call;
import dev.parley.platform.http.outbound.OutboundProblem.ForbiddenAddress;
import dev.parley.platform.http.outbound.OutboundProblem.TooSlow;
import dev.parley.platform.http.outbound.OutboundProblem.Unreachable;
import dev.parley.platform.http.outbound.OutboundProblem.Untrusted;
import dev.parley.platform.observe.Log;
import io.vertx.core.VertxException;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientConnection;
import io.vertx.core.http.HttpConnectOptions;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLException;

/// Opens connections to the servers of URLs.
///
/// A name is looked up once for a connection. All its addresses must be reachable, and the
/// connection goes to one of those very addresses: a name that changes its mind between the check
/// and the connection changes nothing.
final class Dialer {
  private static final Log LOG = Log.of(Dialer.class);
  private static final int ATTEMPTS = 3;

  private final HttpClientAgent client;
  private final Lookup lookup;
  private final Reachable reachable;
  private final Duration timeout;

  /// @param timeout of each connection
  Dialer(HttpClientAgent client, Lookup lookup, Reachable reachable, Duration timeout) {
    this.client = client;
    this.lookup = lookup;
    this.reachable = reachable;
    this.timeout = timeout;
  }

  /// A new connection, which the caller closes. Throws an [OutboundProblem]. Blocks.
  ///
  /// @param most of each connection, where that is less than what is configured
  HttpClientConnection dial(Call call, Target target, Patience patience, Duration most)
      throws InterruptedException {
    var step = most.compareTo(timeout) < 0 ? most : timeout;
    return firstThatAnswers(target, addresses(call, target, patience), patience, step);
  }

  /// Where a server is. Throws an [OutboundProblem]. Blocks.
  InetSocketAddress address(Call call, Target target, Patience patience)
      throws InterruptedException {
    return new InetSocketAddress(addresses(call, target, patience).getFirst(), target.port());
  }

  private List<InetAddress> addresses(Call call, Target target, Patience patience)
      throws InterruptedException {
    var addresses = lookup.addresses(target.host(), patience);
    if (!addresses.stream().allMatch(reachable::contains)) {
      LOG.warning(call, "address refused", "host", target.host().name());
      throw new ForbiddenAddress(target.host().name());
    }
    return addresses;
  }

  private HttpClientConnection firstThatAnswers(
      Target target, List<InetAddress> addresses, Patience patience, Duration step) {
    OutboundProblem failure = new Unreachable(target.host().name());
    for (var address : addresses.subList(0, Math.min(ATTEMPTS, addresses.size()))) {
      try {
        return connect(target, address, patience, step);
      } catch (Unreachable | TooSlow e) {
        failure = e;
      }
    }
    throw failure;
  }

  private HttpClientConnection connect(
      Target target, InetAddress address, Patience patience, Duration step) {
    var host = target.host().name();
    var server = SocketAddress.inetSocketAddress(new InetSocketAddress(address, target.port()));
    var connecting =
        client.connect(
            new HttpConnectOptions()
                .setServer(server)
                .setHost(target.host().bare())
                .setPort(target.port())
                .setSsl(target.secure()));
    try {
      return patience.await(connecting, step, host + " does not answer.");
    } catch (Exception e) {
      var _ = connecting.onSuccess(HttpConnection::close); // it may still come about
      throw problem(host, e);
    }
  }

  private static RuntimeException problem(String host, Exception failure) {
    return switch (failure) {
      case SSLException _ -> new Untrusted(host);
      case IOException _, VertxException _ -> new Unreachable(host);
      case RuntimeException known -> known;
      default -> new IllegalStateException("interrupted", failure);
    };
  }
}
