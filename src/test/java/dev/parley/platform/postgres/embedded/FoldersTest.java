package dev.parley.platform.postgres.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class FoldersTest {
  private static String told(IOException cause) {
    return String.valueOf(Folders.fault(Path.of("/srv/parley"), cause).getMessage());
  }

  @Test
  void aFullDiskIsCalledThat() {
    assertEquals(
        "The disk of DATA_DIR /srv/parley is full.",
        told(new FileSystemException("/srv/parley/x", null, "No space left on device")));
  }

  @Test
  void aFolderThatCannotBeWrittenIsToldWithItsUser() {
    var told = told(new AccessDeniedException("/srv/parley/postgres"));

    assertTrue(told.startsWith("DATA_DIR /srv/parley cannot be written"), told);
    assertTrue(told.contains(System.getProperty("user.name")), told);
  }

  @Test
  void whateverElseIsToldWithItsReason() {
    assertTrue(told(new IOException("the disk is upside down")).endsWith("upside down"));
  }
}
