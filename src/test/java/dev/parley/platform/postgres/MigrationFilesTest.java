package dev.parley.platform.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.platform.lifecycle.StartFault;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MigrationFilesTest {
  private static final ClassLoader LOADER = MigrationFilesTest.class.getClassLoader();

  @TempDir Path folder;

  private static List<Migration> read(String name) {
    return MigrationFiles.read(LOADER, "migrations/" + name);
  }

  private static String refusal(String name) {
    return String.valueOf(assertThrows(StartFault.class, () -> read(name)).getMessage());
  }

  @Test
  void areReadInTheOrderOfTheirVersions() {
    var titles = read("second").stream().map(Migration::title).toList();

    assertEquals(List.of("V0001 test_note", "V0003 test_event", "V0004 test_mood"), titles);
  }

  @Test
  void knowTheirWayBackIfThereIsOne() {
    var migrations = read("second");

    assertEquals("DROP TABLE note;\n", migrations.getFirst().down());
    assertEquals("", migrations.getLast().down());
  }

  @Test
  void aChangeChangesTheChecksum() {
    assertNotEquals(read("first").getFirst().checksum(), read("changed").getFirst().checksum());
  }

  @Test
  void oneVersionTwiceIsRefused() {
    assertTrue(refusal("twice").contains("V0001 test_one"));
  }

  @Test
  void anotherFormOfNameIsRefused() {
    assertTrue(refusal("misnamed").contains("V1__Test.sql"));
  }

  @Test
  void aWayBackFromNowhereIsRefused() throws Exception {
    Files.createDirectories(folder.resolve("db"));
    Files.writeString(folder.resolve("db/V0001__test_gone.down.sql"), "SELECT 1;");

    try (var loader = loader(folder.toUri().toURL())) {
      assertThrows(StartFault.class, () -> MigrationFiles.read(loader, "db"));
    }
  }

  @Test
  void areFoundInAJarWithTheSameChecksumWhateverTheLineEnds() throws Exception {
    var onDisk = read("first").getFirst();
    var jar =
        jar(
            Map.of(
                "db/", "",
                "db/V0001__test_note.sql", onDisk.up().replace("\n", "\r\n"),
                "dbx/V0002__test_other.sql", "SELECT 1;",
                "db/notes.txt", "not SQL"));

    try (var loader = loader(jar.toUri().toURL())) {
      var found = MigrationFiles.read(loader, "db");

      assertEquals(1, found.size());
      assertEquals(onDisk.checksum(), found.getFirst().checksum());
    }
  }

  @Test
  void noFolderMeansNoMigrations() {
    assertEquals(List.of(), read("nowhere"));
  }

  private static URLClassLoader loader(URL place) {
    return new URLClassLoader(new URL[] {place}, null);
  }

  private Path jar(Map<String, String> entries) throws Exception {
    var file = folder.resolve("some.jar");
    try (var jar = new JarOutputStream(Files.newOutputStream(file))) {
      for (var entry : entries.entrySet()) {
        jar.putNextEntry(new JarEntry(entry.getKey()));
        jar.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
        jar.closeEntry();
      }
    }
    return file;
  }
}
