package dev.parley.platform.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.platform.lifecycle.StartFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeptKeyTest {
  @TempDir private Path folder;

  @Test
  void staysTheSameAndIsReadByNobodyElse() throws IOException {
    var first = KeptKey.of(folder, "audit");

    assertArrayEquals(first, KeptKey.of(folder, "audit"));
    assertFalse(Arrays.equals(first, KeptKey.of(folder, "other")));
    var file = folder.resolve("keys/audit");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    try (var files = Files.list(folder.resolve("keys"))) {
      assertEquals(2, files.count());
    }
  }

  @Test
  void halfAKeyIsNone() throws IOException {
    var _ = Files.createDirectories(folder.resolve("keys"));
    var _ = Files.write(folder.resolve("keys/audit"), new byte[16]);

    var _ = assertThrows(StartFault.class, () -> KeptKey.of(folder, "audit"));
  }

  /// The expected key was made by hand with the two rounds of HMAC of RFC 5869, no salt.
  @Test
  void keysAreDerivedAsTheStandardSays() {
    var key = DeriveKey.of(new byte[] {1, 2, 3}, "purpose");

    assertEquals(
        "f99ae39b8d77495bd7a7e4a299a228f34a44bfd0ca7d107590fc2173448d0f21",
        HexFormat.of().formatHex(key));
  }
}
