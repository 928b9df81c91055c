package dev.parley.platform.http;

import static dev.parley.platform.config.ConfigFault.require;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/// A block of addresses, such as `10.0.0.0/8` or `fd00::/8`. A single address is a block of one.
///
/// @param network the first address; bits behind the prefix are zero
/// @param prefix how many leading bits decide
public record Cidr(InetAddress network, int prefix) {
  public Cidr {
    var bits = network.getAddress().length * Byte.SIZE;
    require(prefix >= 0 && prefix <= bits, "must have a prefix between 0 and " + bits);
    network = masked(network, prefix);
  }

  /// Reads an address with or without a prefix; never asks a name server.
  public static Cidr parse(String text) {
    var slash = text.indexOf('/');
    var bytes =
        NetUtil.createByteArrayFromIpAddressString(slash < 0 ? text : text.substring(0, slash));
    if (bytes == null) {
      throw new IllegalArgumentException("no address: " + text);
    }
    var prefix = slash < 0 ? bytes.length * Byte.SIZE : Integer.parseInt(text.substring(slash + 1));
    return new Cidr(address(bytes), prefix);
  }

  /// Whether `address` lies in the block. An address of the other family never does.
  public boolean contains(InetAddress address) {
    return address.getAddress().length == network.getAddress().length
        && masked(address, prefix).equals(network);
  }

  private static InetAddress masked(InetAddress address, int prefix) {
    var bytes = Arrays.copyOf(address.getAddress(), address.getAddress().length);
    for (var i = 0; i < bytes.length; i++) {
      var kept = Math.clamp(prefix - i * (long) Byte.SIZE, 0, Byte.SIZE);
      bytes[i] &= (byte) (0xFF << (Byte.SIZE - kept));
    }
    return address(bytes);
  }

  private static InetAddress address(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("no address", e);
    }
  }

  @Override
  public String toString() {
    return network.getHostAddress() + "/" + prefix;
  }
}
