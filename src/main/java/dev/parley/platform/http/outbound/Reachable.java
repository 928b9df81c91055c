package dev.parley.platform.http.outbound;

import dev.parley.platform.http.Cidr;
import java.net.InetAddress;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Which addresses may be connected to: those of the public internet, except the machine's own, and
/// the networks an administrator named.
///
/// An IPv6 address that carries an IPv4 address is reachable only if that one is, too.
final class Reachable {
  /// IANA's special-purpose blocks of IPv4, and all of multicast and what is reserved.
  private static final List<Cidr> SPECIAL_4 =
      blocks(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.31.196.0/24",
          "192.52.193.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "192.175.48.0/24",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/3");

  /// The only block of IPv6 that public servers have addresses from: unspecified, loopback, local,
  /// discard and multicast addresses lie outside.
  private static final Cidr GLOBAL_6 = Cidr.parse("2000::/3");

  /// Special blocks inside [#GLOBAL_6]: protocol assignments with Teredo, documentation, 6to4.
  private static final List<Cidr> SPECIAL_6 =
      blocks("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20");

  private final List<Cidr> allowed;
  private final Predicate<InetAddress> own;

  /// @param allowed networks that are reachable though not public
  /// @param own tells the addresses of this machine
  Reachable(List<Cidr> allowed, Predicate<InetAddress> own) {
    this.allowed = List.copyOf(allowed);
    this.own = own;
  }

  boolean contains(InetAddress address) {
    var carried = Carried.by(address);
    return carried.addresses().stream().allMatch(this::plain)
        && (carried.isAll() || plain(address));
  }

  private boolean plain(InetAddress address) {
    return allowed.stream().anyMatch(block -> block.contains(address))
        || (isPublic(address) && !own.test(address));
  }

  private static boolean isPublic(InetAddress address) {
    return address.getAddress().length == 4
        ? SPECIAL_4.stream().noneMatch(block -> block.contains(address))
        : GLOBAL_6.contains(address)
            && SPECIAL_6.stream().noneMatch(block -> block.contains(address));
  }

  private static List<Cidr> blocks(String... blocks) {
    return Stream.of(blocks).map(Cidr::parse).toList();
  }
}
