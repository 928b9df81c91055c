package dev.parley;

import dev.parley.platform.lifecycle.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// The whole product as a process of its own, with everything that it prints kept in a file.
final class ProductProcess implements AutoCloseable {
  private static final Pattern SET_UP = Pattern.compile("(?m)^.*/setup#([A-Za-z0-9]+).*$");
  private static final Path JAVA_BIN = Path.of(System.getProperty("java.home"), "bin");
  private static final int STOP_SECONDS = 60;
  private static final int START_LOOKS = 3_600;

  private final Process process;
  private final Path output;
  private final String url;
  private final String metrics;

  /// @param variables the whole environment, but for ports and what Java needs
  ProductProcess(Path folder, Map<String, String> variables) throws IOException {
    var port = FreePort.find();
    var metricsPort = FreePort.find();
    output = folder.resolve("output");
    var builder =
        new ProcessBuilder(
                JAVA_BIN.resolve("java").toString(),
                "--add-modules",
                "jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "serve")
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    var environment = builder.environment();
    environment.keySet().retainAll(Set.of("PATH", "HOME"));
    environment.putAll(variables);
    environment.put("DATA_DIR", folder.resolve("data").toString());
    environment.put("PORT", Integer.toString(port));
    environment.put("METRICS_PORT", Integer.toString(metricsPort));
    process = builder.start();
    url = "http://127.0.0.1:" + port;
    metrics = "http://127.0.0.1:" + metricsPort;
    awaitReady();
  }

  /// Longer than other waits: on a busy machine a start takes its time.
  private void awaitReady() {
    for (var looks = 0; !printed().contains("is ready in"); looks++) {
      if (looks > START_LOOKS) {
        close();
        throw new AssertionError("the product did not start in time");
      }
      Client.pause();
    }
  }

  String url() {
    return url;
  }

  String metricsUrl() {
    return metrics;
  }

  /// From the banner, the one place where it may stand.
  String setupToken() {
    var found = SET_UP.matcher(printed());
    if (!found.find()) {
      throw new AssertionError("no set-up link in " + printed());
    }
    return found.group(1);
  }

  /// Everything printed so far but the line of the set-up link.
  String output() {
    return SET_UP.matcher(printed()).replaceFirst("");
  }

  /// What a diagnostic command of the JDK says of the process.
  String diagnose(String command) throws IOException {
    var jcmd =
        new ProcessBuilder(
                JAVA_BIN.resolve("jcmd").toString(), Long.toString(process.pid()), command)
            .redirectErrorStream(true)
            .start();
    try (var said = jcmd.getInputStream()) {
      return new String(said.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /// Sends a signal, such as `STOP`, `CONT` or `KILL`.
  void signal(String name) throws IOException, InterruptedException {
    var sent = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
    if (sent.waitFor() != 0) {
      throw new IOException("signal " + name + " was not sent");
    }
  }

  private String printed() {
    try {
      if (!process.isAlive()) {
        throw new AssertionError("the product ended: " + Files.readString(output));
      }
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    if (!process
        .onExit()
        .orTimeout(STOP_SECONDS, TimeUnit.SECONDS)
        .handle((_, e) -> e == null)
        .join()) {
      process.destroyForcibly();
    }
  }
}
