package dev.parley.platform.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CidrTest {
  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8,10.255.0.1,true",
    "10.0.0.0/8,11.0.0.0,false",
    "192.168.1.64/26,192.168.1.127,true",
    "192.168.1.64/26,192.168.1.128,false",
    "0.0.0.0/0,203.0.113.9,true",
    "127.0.0.1,127.0.0.1,true",
    "127.0.0.1,127.0.0.2,false",
    "fd00::/8,fdff::1,true",
    "fd00::/8,fe00::1,false",
    "::1,::1,true",
    "10.0.0.0/8,fd00::1,false",
  })
  void holdsTheAddressesThatShareItsPrefix(String block, String address, boolean inside)
      throws UnknownHostException {
    assertEquals(inside, Cidr.parse(block).contains(InetAddress.getByName(address)));
  }

  @Test
  void forgetsTheBitsBehindThePrefix() {
    assertEquals(Cidr.parse("10.0.0.0/8"), Cidr.parse("10.1.2.3/8"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "localhost", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0/8", "::1/129"})
  void refusesWhatIsNoBlock(String text) {
    assertThrows(RuntimeException.class, () -> Cidr.parse(text));
  }
}
