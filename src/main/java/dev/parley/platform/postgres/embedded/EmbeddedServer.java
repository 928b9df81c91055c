package dev.parley.platform.postgres.embedded;

import dev.parley.platform.config.Secret;
import dev.parley.platform.lifecycle.StartFault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;

/// A PostgreSQL server that belongs to this process and to one folder.
public final class EmbeddedServer {
  public static final String DATABASE = Cluster.DATABASE;
  public static final String ADMINISTRATOR = Cluster.ADMINISTRATOR;
  public static final String OWNER = Cluster.OWNER;
  public static final String APPLICATION = Cluster.APPLICATION;

  private static final int PORTS_TRIED = 5;
  private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

  private final FolderLock lock;
  private final Cluster cluster;
  private final ServerProcess process;

  private EmbeddedServer(FolderLock lock, Cluster cluster, ServerProcess process) {
    this.lock = lock;
    this.cluster = cluster;
    this.process = process;
  }

  /// Starts the server of `dataDir`, after making what is missing. Blocks until it takes
  /// connections.
  ///
  /// @throws StartFault with one line that says what is wrong and what to do
  public static EmbeddedServer start(Path dataDir) {
    var folder = dataDir.toAbsolutePath().normalize();
    try {
      Folders.make(folder);
      return start(folder, FolderLock.take(folder));
    } catch (IOException e) {
      throw Folders.fault(folder, e);
    }
  }

  private static EmbeddedServer start(Path dataDir, FolderLock lock) throws IOException {
    var started = false;
    try {
      var home = home(dataDir);
      var binaries = Binaries.in(home);
      var runAs = RunAs.choose(home, Cluster.folderIn(home));
      StaleServer.clear(Cluster.folderIn(home));
      var cluster = Cluster.in(home, binaries, runAs);
      var process = run(binaries, runAs, cluster.folder());
      started = true;
      return new EmbeddedServer(lock, cluster, process);
    } finally {
      if (!started) {
        lock.close();
      }
    }
  }

  private static Path home(Path dataDir) throws IOException {
    var home = dataDir.resolve("postgres");
    if (!Files.isDirectory(home)) {
      Folders.make(home);
      // Whoever the server runs as must get through, whatever the umask of this process.
      Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    return home;
  }

  private static ServerProcess run(Binaries binaries, RunAs runAs, Path folder) throws IOException {
    for (var tried = 0; tried < PORTS_TRIED; tried++) {
      var process = new ServerProcess(binaries, runAs, folder, freePort());
      if (process.start()) {
        return process;
      }
    }
    throw new StartFault("The embedded database found no free port on 127.0.0.1.");
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }

  /// The port on 127.0.0.1.
  public int port() {
    return process.port();
  }

  /// The number of the server's first process.
  public long pid() {
    return process.pid();
  }

  public Secret administratorPassword() {
    return cluster.passwords().administrator();
  }

  public Secret ownerPassword() {
    return cluster.passwords().owner();
  }

  public Secret applicationPassword() {
    return cluster.passwords().application();
  }

  /// Ends the server and lets go of the folder. A second call does nothing.
  public void stop() {
    process.stop(STOP_LIMIT);
    try {
      lock.close();
    } catch (IOException e) {
      throw new IllegalStateException("the lock of the data folder cannot be released", e);
    }
  }
}
