package dev.parley.gateway.provider.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmbedAtTheEndIT {
  @TempDir static Path folder;

  @Test
  void aProcessThatIsToldToEndEmbedsUntilItsAnswersAreWritten() throws Exception {
    var process = start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertTrue(process.waitFor(60, TimeUnit.SECONDS), said);
    assertTrue(said.contains("embedded to the end"), said);
    assertEquals(0, process.exitValue(), said);
  }

  private static Process start() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--add-modules=jdk.incubator.vector",
            "--enable-native-access=ALL-UNNAMED",
            "-XX:ErrorFile=" + folder.resolve("crash.log"),
            "-cp",
            System.getProperty("java.class.path"),
            EmbedAtTheEnd.class.getName())
        .redirectErrorStream(true)
        .start();
  }
}
