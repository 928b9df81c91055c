package dev.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Holds the documents about configuration to the code. `make config-docs` runs this test with
/// `-Dconfig.docs=write`, which writes them first.
final class ConfigDocsTest {
  private static final boolean WRITE = "write".equals(System.getProperty("config.docs"));

  @Test
  void theMainFileListsAndExplainsExactlyTheKeysOfTheRecords() {
    assertEquals(List.of(), AppConfig.reference().gaps());
  }

  @Test
  void theConfigurationPageIsUpToDate() throws IOException {
    holds(Path.of("src/docs/configuration.md"), AppConfig.reference().markdown());
  }

  @Test
  void theEnvironmentFileIsUpToDate() throws IOException {
    holds(Path.of(".env.example"), AppConfig.reference().environmentFile());
  }

  private static void holds(Path file, String text) throws IOException {
    if (WRITE) {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, text);
    }
    assertEquals(text, Files.readString(file), file + " is stale: run make config-docs");
  }
}
