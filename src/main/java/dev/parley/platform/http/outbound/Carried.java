package dev.parley.platform.http.outbound;

import dev.parley.platform.http.Cidr;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/// The IPv4 addresses that are written inside an IPv6 address.
///
/// @param addresses where packets may end up
/// @param isAll whether the IPv6 address is only another spelling of the IPv4 address
record Carried(List<InetAddress> addresses, boolean isAll) {
  private static final Carried NOTHING = new Carried(List.of(), false);
  private static final Cidr NAT64 = Cidr.parse("64:ff9b::/96");
  private static final Cidr LOCAL_NAT64 = Cidr.parse("64:ff9b:1::/48");
  private static final Cidr COMPATIBLE = Cidr.parse("::/96");
  private static final Cidr SIX_TO_FOUR = Cidr.parse("2002::/16");
  private static final Cidr TEREDO = Cidr.parse("2001::/32");

  static Carried by(InetAddress address) {
    var bytes = address.getAddress();
    if (bytes.length == 4) {
      return NOTHING;
    }
    if (isMapped(bytes) || NAT64.contains(address)) {
      return new Carried(List.of(at(bytes, 12)), true);
    }
    if (LOCAL_NAT64.contains(address) || isCompatible(address) || isIsatap(bytes)) {
      return new Carried(List.of(at(bytes, 12)), false);
    }
    if (SIX_TO_FOUR.contains(address)) {
      return new Carried(List.of(at(bytes, 2)), false);
    }
    if (TEREDO.contains(address)) {
      return new Carried(List.of(at(bytes, 4), at(inverted(bytes), 12)), false);
    }
    return NOTHING;
  }

  /// `::ffff:a.b.c.d`, what IPv6 sockets call an IPv4 address.
  private static boolean isMapped(byte[] bytes) {
    for (var i = 0; i < 10; i++) {
      if (bytes[i] != 0) {
        return false;
      }
    }
    return bytes[10] == (byte) 0xff && bytes[11] == (byte) 0xff;
  }

  /// `::a.b.c.d`, long out of use; `::` and `::1` look like it, but carry nothing.
  private static boolean isCompatible(InetAddress address) {
    return COMPATIBLE.contains(address) && address.getAddress()[12] != 0;
  }

  /// `…:0:5efe:a.b.c.d`, a tunnel inside a site (RFC 5214).
  private static boolean isIsatap(byte[] bytes) {
    return (bytes[8] & ~2) == 0 && bytes[9] == 0 && bytes[10] == 0x5e && bytes[11] == (byte) 0xfe;
  }

  /// Teredo hides the client's address from clever routers by turning every bit.
  private static byte[] inverted(byte[] bytes) {
    var turned = bytes.clone();
    for (var i = 0; i < turned.length; i++) {
      turned[i] = (byte) ~turned[i];
    }
    return turned;
  }

  private static InetAddress at(byte[] bytes, int from) {
    try {
      return InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }
}
