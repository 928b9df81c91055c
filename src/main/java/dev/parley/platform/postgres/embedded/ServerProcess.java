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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The running server and the thread that keeps it running.
///
/// Linux ties the signal "your parent is gone" to the thread that made the child, not to its
/// process. So one thread starts the server, reads what it writes and outlives it. When the server
/// ends although nobody stopped it, it is started again on the same port.
final class ServerProcess {
  private static final Log LOG = Log.of(ServerProcess.class);
  private static final Duration START_LIMIT = Duration.ofMinutes(5); // recovery reads the whole WAL
  private static final Duration STEP = Duration.ofMillis(10);
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final Duration KILL_LIMIT = Duration.ofSeconds(5);
  private static final int STATUS_LINE = 7;

  private final Binaries binaries;
  private final RunAs runAs;
  private final Path folder;
  private final int port;
  private final ServerLog log = new ServerLog();
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private final CountDownLatch ready = new CountDownLatch(1);
  private volatile @Nullable Process process;
  private volatile @Nullable IOException failure;

  ServerProcess(Binaries binaries, RunAs runAs, Path folder, int port) {
    this.binaries = binaries;
    this.runAs = runAs;
    this.folder = folder;
    this.port = port;
  }

  /// Starts the server and waits until it takes connections.
  ///
  /// @return false when something else has taken the port
  boolean start() throws IOException {
    var _ = Thread.ofPlatform().daemon().name("postgres").start(this::keepRunning);
    var watch = Stopwatch.start();
    while (!isReady()) {
      if (passed(ended, STEP)) {
        return explain();
      }
      if (watch.elapsed().compareTo(START_LIMIT) > 0) {
        stop(KILL_LIMIT);
        throw new StartFault("The embedded database was not ready within " + START_LIMIT + ".");
      }
    }
    ready.countDown();
    return true;
  }

  private boolean explain() throws IOException {
    if (failure != null) {
      throw new IOException(failure.getMessage(), failure);
    }
    if (log.says("Address already in use")) {
      return false;
    }
    if (log.says("No space left")) {
      throw new IOException("No space left on device");
    }
    throw new StartFault("The embedded database did not start: " + log.reason());
  }

  private boolean isReady() throws IOException {
    var file = folder.resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return false;
    }
    var lines = Files.readString(file).lines().toList();
    return lines.size() > STATUS_LINE && lines.get(STATUS_LINE).startsWith("ready");
  }

  private void keepRunning() {
    try {
      runOnce();
      var pause = SHORTEST_PAUSE;
      while (passed(ready, Duration.ZERO) && !passed(stopping, pause)) {
        LOG.warning("the embedded database ended and is started again", "reason", log.reason());
        StaleServer.clear(folder);
        var watch = Stopwatch.start();
        runOnce();
        pause = watch.elapsed().compareTo(LONGEST_PAUSE) > 0 ? SHORTEST_PAUSE : longer(pause);
      }
    } catch (IOException e) {
      failure = e;
      LOG.error("the embedded database cannot be started", e);
    } finally {
      ended.countDown();
    }
  }

  private static Duration longer(Duration pause) {
    var twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
  }

  private void runOnce() throws IOException {
    var running = launch();
    if (running == null) {
      return;
    }
    var watchdog = RunAs.endsWithParent() ? null : Watchdog.over(running.pid());
    try (watchdog) {
      log.follow(running.inputReader());
      var _ = running.onExit().join();
    }
  }

  private synchronized @Nullable Process launch() throws IOException {
    if (passed(stopping, Duration.ZERO)) {
      return null;
    }
    var program = new ArrayList<String>();
    program.add(binaries.program("postgres").toString());
    program.addAll(List.of("-D", folder.toString()));
    program.addAll(ServerSettings.arguments(port));
    var started = Command.prepare(runAs.server(program), Path.of("/")).start();
    started.getOutputStream().close();
    process = started;
    return started;
  }

  /// Ends the server: in order, then without order, then by force. Returns when it is gone.
  ///
  /// @param limit how long the orderly end may take
  void stop(Duration limit) {
    var running = running();
    if (running == null) {
      return;
    }
    if (running.isAlive()) {
      Signals.send("INT", running.pid());
    }
    if (!passed(ended, limit)) {
      LOG.warning("the embedded database does not stop in order", "limit", limit);
      if (running.isAlive()) {
        Signals.send("QUIT", running.pid());
      }
      if (!passed(ended, KILL_LIMIT)) {
        running.destroyForcibly();
        var _ = passed(ended, KILL_LIMIT);
      }
    }
  }

  private synchronized @Nullable Process running() {
    stopping.countDown();
    return process;
  }

  int port() {
    return port;
  }

  /// The number of the server's first process; -1 before there is one.
  long pid() {
    var current = process;
    return current == null ? -1 : current.pid();
  }

  private static boolean passed(CountDownLatch latch, Duration limit) {
    try {
      return latch.await(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return latch.getCount() == 0;
    }
  }
}
