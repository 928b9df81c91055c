package dev.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProductionStartIT {
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
  private static final int LIMIT_SECONDS = 120;

  @TempDir static Path folder;

  @Test
  void aCarelessProductionEndsWithEveryFaultAndTouchesNothing() throws Exception {
    var data = folder.resolve("data");
    var process = start(data);
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertTrue(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS), said);
    assertEquals(78, process.exitValue(), said);
    for (var key : ProductionConfigTest.FAULTS_OF_ALL) {
      assertTrue(said.lines().anyMatch(line -> line.strip().startsWith(key + ": ")), key + said);
    }
    assertFalse(said.contains("your-secret-key-at-least-32-characters"), said);
    assertFalse(Files.exists(data), "nothing was opened");
  }

  private static Process start(Path data) throws IOException {
    var builder =
        new ProcessBuilder(
                JAVA.toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "serve")
            .redirectErrorStream(true);
    var environment = builder.environment();
    environment.keySet().retainAll(Set.of("PATH", "HOME"));
    environment.putAll(ProductionConfigTest.ALL_WRONG);
    environment.put("DATA_DIR", data.toString());
    return builder.start();
  }
}
