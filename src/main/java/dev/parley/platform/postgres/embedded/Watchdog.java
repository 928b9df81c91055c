package dev.parley.platform.postgres.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// A shell that waits for the end of this process and then stops the server. For systems without
/// `setpriv`. It reads from a pipe of ours, and the pipe ends with us, however we end.
final class Watchdog implements AutoCloseable {
  private static final String SCRIPT = "trap '' INT HUP TERM; read _; kill -INT \"$1\"";

  private final Process shell;

  private Watchdog(Process shell) {
    this.shell = shell;
  }

  static Watchdog over(long pid) throws IOException {
    var command = List.of("/bin/sh", "-c", SCRIPT, "sh", String.valueOf(pid));
    return new Watchdog(Command.prepare(command, Path.of("/")).start());
  }

  /// Ends this process's side of the pipe, as the end of the process would.
  void abandon() throws IOException {
    shell.getOutputStream().close();
  }

  @Override
  public void close() {
    shell.destroyForcibly();
  }
}
