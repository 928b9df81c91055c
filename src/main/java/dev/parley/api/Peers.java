package dev.parley.api;

import dev.parley.platform.http.Cidr;
import dev.parley.platform.http.Peer;
import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.util.List;

/// Finds out where a request comes from. What `X-Forwarded-For` and `X-Forwarded-Proto` say counts
/// only as far as trusted proxies have written it: the list is read from its end, and the first
/// address that is no trusted proxy is the client.
final class Peers {
  private static final Peer LOCAL_SOCKET = new Peer("127.0.0.1", false);

  private final List<Cidr> trusted;

  Peers(List<Cidr> trusted) {
    this.trusted = List.copyOf(trusted);
  }

  Peer of(HttpServerRequest request) {
    var socket = request.connection().remoteAddress();
    if (!socket.isInetSocket()) {
      return LOCAL_SOCKET;
    }
    var address = socket.hostAddress();
    if (!isTrusted(address)) {
      return new Peer(address, request.isSSL());
    }
    var proto = String.valueOf(request.getHeader("X-Forwarded-Proto"));
    return new Peer(
        client(address, request.headers().getAll("X-Forwarded-For")),
        request.isSSL() || proto.equalsIgnoreCase("https"));
  }

  private String client(String nearest, List<String> headers) {
    var hops = List.of(String.join(",", headers).split(",", -1));
    var client = nearest;
    for (var hop : hops.reversed()) {
      var address = hop.strip();
      if (!isAddress(address)) {
        return client;
      }
      client = address;
      if (!isTrusted(address)) {
        return client;
      }
    }
    return client;
  }

  private boolean isTrusted(String address) {
    return !trusted.isEmpty()
        && trusted.stream().anyMatch(block -> block.contains(InetAddress.ofLiteral(address)));
  }

  private static boolean isAddress(String text) {
    try {
      return !text.isEmpty() && !InetAddress.ofLiteral(text).isAnyLocalAddress();
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
