package dev.parley.platform.http.outbound;

import java.net.IDN;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The host of a URL: a name, or an address in its plain form.
///
/// There is one spelling of each. `2130706433`, `0x7f.1` and `127.1` mean an address to some
/// programs and a name to others, so they are refused, whatever address they mean.
///
/// @param name in lower case and ASCII, without a dot at the end; an IPv6 address in brackets
/// @param literal the address, where it is one; null for a name that must be looked up
record Host(String name, @Nullable InetAddress literal) {
  private static final int LONGEST_NAME = 253;
  private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
  private static final Pattern NUMBER = Pattern.compile("[0-9]+|0x[0-9a-f]*");
  private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
  private static final Pattern QUAD = Pattern.compile(BYTE + "(\\." + BYTE + "){3}");

  /// Reads what stands in a URL before the port.
  static Host parse(String text) {
    if (text.startsWith("[") && text.endsWith("]")) {
      return address6(text.substring(1, text.length() - 1));
    }
    var name = ascii(text);
    if (QUAD.matcher(name).matches()) {
      return new Host(name, InetAddress.ofLiteral(name));
    }
    var labels = name.split("\\.", -1);
    for (var label : labels) {
      if (!LABEL.matcher(label).matches()) {
        throw odd();
      }
    }
    if (name.length() > LONGEST_NAME || NUMBER.matcher(labels[labels.length - 1]).matches()) {
      throw odd();
    }
    return new Host(name, null);
  }

  /// The name as certificates and name servers know it: without brackets.
  String bare() {
    return name.startsWith("[") ? name.substring(1, name.length() - 1) : name;
  }

  private static Host address6(String text) {
    if (text.contains("%")) {
      throw odd(); // the name of a network interface
    }
    try {
      var address = Inet6Address.ofLiteral(text);
      var plain = address.getHostAddress();
      return new Host(plain.contains(":") ? "[" + plain + "]" : plain, address);
    } catch (IllegalArgumentException _) {
      throw odd();
    }
  }

  private static String ascii(String text) {
    if (text.codePoints().anyMatch(c -> Character.getType(c) == Character.FORMAT)) {
      throw odd();
    }
    try {
      var name = IDN.toASCII(text, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
      return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    } catch (IllegalArgumentException | IndexOutOfBoundsException _) {
      throw odd();
    }
  }

  private static OutboundProblem odd() {
    return new OutboundProblem.InvalidUrl(
        "The address has no usual host: write a name such as example.org, or a plain IP address.");
  }
}
