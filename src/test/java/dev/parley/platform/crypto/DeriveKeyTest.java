package dev.parley.platform.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

final class DeriveKeyTest {

  /// The expected key was made by hand with the two rounds of HMAC of RFC 5869, no salt.
  @Test
  void keysAreDerivedAsTheStandardSays() {
    var key = DeriveKey.of(new byte[] {1, 2, 3}, "purpose");

    assertEquals(
        "f99ae39b8d77495bd7a7e4a299a228f34a44bfd0ca7d107590fc2173448d0f21",
        HexFormat.of().formatHex(key));
  }
}
