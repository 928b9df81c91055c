package dev.parley.platform.http.outbound;

import java.net.URI;

/// A URL that was taken apart and found in order. Whether its host may be reached is another
/// question.
///
/// @param path with the query, at least `/`, in ASCII
record Target(boolean secure, Host host, int port, String path) {

  /// Host and port as the `host` header has them.
  String authority() {
    return port == (secure ? 443 : 80) ? host.name() : host.name() + ":" + port;
  }

  URI uri() {
    return URI.create((secure ? "https://" : "http://") + authority() + path);
  }

  /// Whether `other` is the same server, so that it may see the same credentials.
  boolean sameOrigin(Target other) {
    return secure == other.secure && port == other.port && host.name().equals(other.host.name());
  }
}
