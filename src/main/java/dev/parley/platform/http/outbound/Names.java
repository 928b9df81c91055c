package dev.parley.platform.http.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/// Knows the addresses of names.
@FunctionalInterface
interface Names {

  /// All addresses of `host`, IPv4 and IPv6, in the order in which they should be tried; at least
  /// one. Blocks for as long as the name servers take.
  List<InetAddress> addresses(String host) throws UnknownHostException;

  /// What the machine itself knows: its hosts file, its name servers and search domains. The JVM
  /// remembers answers for 30 s and failures for 10 s.
  static Names ofMachine() {
    return host -> List.of(InetAddress.getAllByName(host));
  }
}
