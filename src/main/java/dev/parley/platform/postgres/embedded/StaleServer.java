package dev.parley.platform.postgres.embedded;

import dev.parley.platform.lifecycle.StartFault;
import dev.parley.platform.observe.Log;
import dev.parley.platform.time.Stopwatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What an earlier life of this process left behind: a server that still runs, or its
/// `postmaster.pid`.
///
/// A process is ours when it is called `postgres` and works in our data folder; the number in the
/// file alone proves nothing, since numbers come again. Only to be used by the holder of the
/// [FolderLock].
final class StaleServer {
  private static final Log LOG = Log.of(StaleServer.class);
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration STEP = Duration.ofMillis(20);

  /// From the kindest to the last resort.
  private static final List<Map.Entry<String, Duration>> SIGNALS =
      List.of(
          Map.entry("INT", PATIENCE),
          Map.entry("QUIT", Duration.ofSeconds(5)),
          Map.entry("KILL", Duration.ofSeconds(5)));

  private StaleServer() {}

  /// Leaves `folder` without a server and without the trace of one.
  static void clear(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    var real = folder.toRealPath();
    for (var signal : SIGNALS) {
      var running = workingIn(real);
      if (running.isEmpty()) {
        Files.deleteIfExists(folder.resolve("postmaster.pid"));
        return;
      }
      LOG.warning("stopping a server left behind", "signal", signal.getKey(), "pids", running);
      running.forEach(pid -> Signals.send(signal.getKey(), pid));
      running.forEach(pid -> Signals.send("CONT", pid)); // a frozen one hears nothing else
      awaitEnd(real, signal.getValue());
    }
    if (!workingIn(real).isEmpty()) {
      throw new StartFault(
          "Processes " + workingIn(real) + " still work in " + folder + " and cannot be ended.");
    }
    Files.deleteIfExists(folder.resolve("postmaster.pid"));
  }

  private static void awaitEnd(Path folder, Duration limit) {
    var watch = Stopwatch.start();
    while (!workingIn(folder).isEmpty() && watch.elapsed().compareTo(limit) < 0) {
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(STEP);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartFault("Interrupted while waiting for an earlier server to end.", e);
    }
  }

  /// The server's processes that have `folder` as working directory, as PostgreSQL's all do.
  static List<Long> workingIn(Path folder) {
    var found = new ArrayList<Long>();
    ProcessHandle.allProcesses()
        .map(ProcessHandle::pid)
        .filter(pid -> isServer(pid, folder))
        .forEach(found::add);
    return found;
  }

  private static boolean isServer(long pid, Path folder) {
    var process = Path.of("/proc", String.valueOf(pid));
    try {
      return Files.readString(process.resolve("comm")).strip().equals("postgres")
          && Files.readSymbolicLink(process.resolve("cwd")).equals(folder);
    } catch (IOException _) {
      return false; // gone meanwhile, or somebody else's
    }
  }
}
