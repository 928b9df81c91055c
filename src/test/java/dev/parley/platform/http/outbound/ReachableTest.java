package dev.parley.platform.http.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.platform.http.Cidr;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which addresses are out of reach, in every way of writing them.
final class ReachableTest {
  private final Reachable internet = new Reachable(List.of(), _ -> false);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "8.8.8.8",
        "9.255.255.255",
        "11.0.0.0",
        "93.184.215.14",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.0",
        "169.253.255.255",
        "169.255.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "192.0.1.0",
        "192.0.3.0",
        "192.88.98.255",
        "192.88.100.0",
        "192.167.255.255",
        "192.169.0.0",
        "198.17.255.255",
        "198.20.0.0",
        "198.51.99.255",
        "198.51.101.0",
        "203.0.112.255",
        "203.0.114.0",
        "223.255.255.255",
        "2001:200::1",
        "2001:4860:4860::8888",
        "2003::1",
        "2606:4700:4700::1111",
        "2a00:1450:4001:810::200e",
        "64:ff9b::8.8.8.8",
        "64:ff9b::5db8:d70e",
        "::ffff:8.8.8.8",
        "2a00::5efe:8.8.8.8",
        "2a00::200:5efe:8.8.8.8"
      })
  void reachesThePublicInternet(String address) {
    assertTrue(internet.contains(InetAddress.ofLiteral(address)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.0.0.1",
        "0.255.255.255",
        "10.0.0.0",
        "10.0.0.1",
        "10.255.255.255",
        "100.64.0.0",
        "100.100.100.200",
        "100.127.255.255",
        "127.0.0.0",
        "127.0.0.1",
        "127.0.0.53",
        "127.255.255.255",
        "169.254.0.1",
        "169.254.169.254",
        "169.254.170.2",
        "172.16.0.0",
        "172.17.0.1",
        "172.31.255.255",
        "192.0.0.0",
        "192.0.0.192",
        "192.0.2.1",
        "192.31.196.1",
        "192.52.193.1",
        "192.88.99.1",
        "192.168.0.1",
        "192.168.255.255",
        "192.175.48.1",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.254",
        "255.255.255.255",
        "::",
        "::1",
        "::2",
        "::127.0.0.1",
        "::8.8.8.8",
        "::ffff:0.0.0.0",
        "::ffff:10.0.0.1",
        "::ffff:127.0.0.1",
        "::ffff:169.254.169.254",
        "::ffff:192.168.0.1",
        "::ffff:0:127.0.0.1",
        "64:ff9b::0.0.0.0",
        "64:ff9b::10.0.0.1",
        "64:ff9b::127.0.0.1",
        "64:ff9b::169.254.169.254",
        "64:ff9b::192.168.1.1",
        "64:ff9b:1::8.8.8.8",
        "64:ff9b:1::10.0.0.1",
        "64:ff9b:2::8.8.8.8",
        "100::1",
        "1fff:ffff::1",
        "2001::1",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2",
        "2001:0:a00:1:0:0:f7f7:f7f7",
        "2001:2::1",
        "2001:10::1",
        "2001:20::1",
        "2001:1ff:ffff::1",
        "2001:db8::1",
        "2001:db8:ffff::1",
        "2002::1",
        "2002:a00:1::1",
        "2002:7f00:1::",
        "2002:808:808::1",
        "2620:4f:8000::1",
        "3fff::1",
        "3fff:fff::1",
        "4000::1",
        "5f00::1",
        "fc00::1",
        "fd00::1",
        "fd00:ec2::254",
        "fdff:ffff::1",
        "fe80::1",
        "febf::1",
        "fec0::1",
        "ff00::1",
        "ff02::1",
        "ff0e::1",
        "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
        "2a00::5efe:10.0.0.1",
        "2a00::200:5efe:127.0.0.1",
        "2a00::5efe:169.254.169.254"
      })
  void reachesNothingElse(String address) {
    assertFalse(internet.contains(InetAddress.ofLiteral(address)));
  }

  @Test
  void unwrapsMappedAddressesThatWereNotMadePlain() throws UnknownHostException {
    var bytes = new byte[16];
    bytes[10] = (byte) 0xff;
    bytes[11] = (byte) 0xff;
    bytes[12] = 127;
    bytes[15] = 1;
    var mapped = Inet6Address.getByAddress(null, bytes, 0);

    assertEquals(16, mapped.getAddress().length);
    assertFalse(internet.contains(mapped));
    assertTrue(allowing("127.0.0.0/8").contains(mapped));
  }

  @Test
  void reachesNetworksThatAnAdministratorNamed() {
    var intranet = allowing("10.1.0.0/16", "fd12:3456::/32", "192.168.7.7");

    assertTrue(intranet.contains(InetAddress.ofLiteral("10.1.2.3")));
    assertTrue(intranet.contains(InetAddress.ofLiteral("fd12:3456::1")));
    assertTrue(intranet.contains(InetAddress.ofLiteral("192.168.7.7")));
    assertTrue(intranet.contains(InetAddress.ofLiteral("::ffff:10.1.2.3")));
    assertTrue(intranet.contains(InetAddress.ofLiteral("64:ff9b::10.1.2.3")));
    assertTrue(intranet.contains(InetAddress.ofLiteral("8.8.8.8")));
    assertFalse(intranet.contains(InetAddress.ofLiteral("10.2.0.0")));
    assertFalse(intranet.contains(InetAddress.ofLiteral("fd12:3457::1")));
    assertFalse(intranet.contains(InetAddress.ofLiteral("192.168.7.8")));
    assertFalse(intranet.contains(InetAddress.ofLiteral("64:ff9b::10.2.0.0")));
  }

  @Test
  void reachesItselfOverIpv6WhereThatIsAllowed() {
    assertTrue(allowing("::1").contains(InetAddress.ofLiteral("::1")));
    assertFalse(allowing("::/96").contains(InetAddress.ofLiteral("::10.0.0.1")));
  }

  @Test
  void looksIntoTunnelsThatAnAdministratorAllowed() {
    var tunnels = allowing("2002::/16", "2001::/32", "64:ff9b:1::/48");

    assertTrue(tunnels.contains(InetAddress.ofLiteral("2002:808:808::1")));
    assertFalse(tunnels.contains(InetAddress.ofLiteral("2002:a00:1::1")));
    assertTrue(tunnels.contains(InetAddress.ofLiteral("2001:0:808:808:0:0:f7f7:f7f7")));
    assertFalse(tunnels.contains(InetAddress.ofLiteral("2001:0:a00:1:0:0:f7f7:f7f7")));
    assertFalse(tunnels.contains(InetAddress.ofLiteral("2001:0:808:808:0:0:f5ff:fffe")));
    assertTrue(tunnels.contains(InetAddress.ofLiteral("64:ff9b:1::8.8.8.8")));
    assertFalse(tunnels.contains(InetAddress.ofLiteral("64:ff9b:1::10.0.0.1")));
  }

  @Test
  void refusesTheMachinesOwnPublicAddress() {
    var own = InetAddress.ofLiteral("93.184.215.14");
    var machine = new Reachable(List.of(), own::equals);
    var machineAllowed = new Reachable(List.of(Cidr.parse("93.184.215.14")), own::equals);

    assertFalse(machine.contains(own));
    assertFalse(machine.contains(InetAddress.ofLiteral("64:ff9b::93.184.215.14")));
    assertTrue(machine.contains(InetAddress.ofLiteral("93.184.215.15")));
    assertTrue(machineAllowed.contains(own));
  }

  private static Reachable allowing(String... networks) {
    return new Reachable(List.of(networks).stream().map(Cidr::parse).toList(), _ -> false);
  }
}
