package dev.parley.platform.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.platform.config.Secret;
import dev.parley.platform.lifecycle.StartFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeptKeyTest {
  @TempDir Path above;

  @Test
  void itIsMadeOnceForEachName() {
    var made = KeptKey.in(above, "one");

    assertEquals(43, made.value().length());
    assertEquals(made, KeptKey.in(above, "one"));
    assertNotEquals(made, KeptKey.in(above, "two"));
  }

  @Test
  void onlyItsUserMayReadIt() throws IOException {
    var _ = KeptKey.in(above, "one");

    assertEquals("rwx------", mode(above.resolve("keys")));
    assertEquals("rw-------", mode(above.resolve("keys/one")));
    try (var files = Files.list(above.resolve("keys"))) {
      assertEquals(List.of("one"), files.map(file -> file.getFileName().toString()).toList());
    }
  }

  @Test
  void processesThatStartTogetherTakeTheSame() {
    var taken = ConcurrentHashMap.<Secret>newKeySet();
    try (var starters = Executors.newFixedThreadPool(8)) {
      for (var i = 0; i < 8; i++) {
        starters.execute(() -> taken.add(KeptKey.in(above, "one")));
      }
    }

    assertEquals(1, taken.size());
  }

  @Test
  void aDamagedFileIsNotReplaced() throws IOException {
    var _ = KeptKey.in(above, "one");
    Files.writeString(above.resolve("keys/one"), "");

    var fault = assertThrows(StartFault.class, () -> KeptKey.in(above, "one"));

    assertTrue(String.valueOf(fault.getMessage()).contains("holds no key"));
    assertEquals("", Files.readString(above.resolve("keys/one")));
  }

  @Test
  void aFolderThatCannotBeMadeStopsTheStart() throws IOException {
    Files.writeString(above.resolve("keys"), "in the way");

    assertThrows(StartFault.class, () -> KeptKey.in(above, "one"));
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
