package dev.parley.platform.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.testkit.Await;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Data folders and processes of the tests of the embedded server.
final class EmbeddedFolders {
  private EmbeddedFolders() {}

  /// A copy that belongs to whom the original belongs to.
  static Path copy(Path original, Path target) throws Exception {
    assertEquals(0, run("cp", "-a", original.toString(), target.toString()));
    return target;
  }

  /// Runs a program to its end.
  static int run(String... command) throws Exception {
    var process = new ProcessBuilder(command).inheritIO().start();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("did not end: " + List.of(command));
    }
    return process.exitValue();
  }

  static void signal(String name, long pid) throws Exception {
    assertEquals(0, run("/bin/sh", "-c", "kill -" + name + " " + pid));
  }

  /// The processes called `postgres` that work in the data folder.
  static List<Long> servers(Path dataDir) {
    var folder = dataDir.resolve("postgres").resolve("data");
    return ProcessHandle.allProcesses()
        .map(ProcessHandle::pid)
        .filter(pid -> worksIn(pid, folder))
        .toList();
  }

  private static boolean worksIn(long pid, Path folder) {
    try {
      return Files.readSymbolicLink(Path.of("/proc/" + pid + "/cwd")).equals(folder.toRealPath());
    } catch (IOException _) {
      return false;
    }
  }

  static void awaitNoServer(Path dataDir) {
    Await.until("no server works in " + dataDir, () -> servers(dataDir).isEmpty());
  }

  /// A second process on the folder.
  static Child child(Path dataDir) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process =
        new ProcessBuilder(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                EmbeddedPostgresChild.class.getName(),
                dataDir.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    return new Child(process, process.inputReader());
  }

  /// A process that runs [EmbeddedPostgresChild].
  record Child(Process process, BufferedReader output) implements AutoCloseable {
    String line() throws IOException {
      return output.readLine();
    }

    /// Kills it and waits until it is gone.
    @Override
    public void close() {
      var _ = process.destroyForcibly().onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }
  }
}
