package dev.parley.load.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/// A process that a benchmark started, and ends. Its output is in a file.
record Spawned(Process process, Path output) implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(5);
  private static final long STOP_SECONDS = 40;

  /// Starts it and waits until it listens.
  static Spawned start(
      String name, Path folder, Map<String, String> settings, int port, List<String> command)
      throws IOException, InterruptedException {
    var output = Files.createDirectories(folder).resolve(name + ".log");
    var builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().putAll(settings);
    var spawned = new Spawned(builder.start(), output);
    var until = System.nanoTime() + START.toNanos();
    while (!listens(port)) {
      if (!spawned.process.isAlive() || System.nanoTime() > until) {
        spawned.close();
        throw new IllegalStateException(name + " did not start:\n" + Files.readString(output));
      }
      Thread.sleep(100);
    }
    return spawned;
  }

  private static boolean listens(int port) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  /// The `java` that this process runs on.
  static String java() {
    return ProcessHandle.current().info().command().orElse("java");
  }

  long pid() {
    return process.pid();
  }

  LongStream children() {
    return process.descendants().mapToLong(ProcessHandle::pid);
  }

  /// As `kill -9`: what it has started lives on.
  void kill() throws InterruptedException {
    var _ = process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        var _ = process.destroyForcibly();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
