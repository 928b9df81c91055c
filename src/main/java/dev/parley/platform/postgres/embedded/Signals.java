package dev.parley.platform.postgres.embedded;

import dev.parley.platform.observe.Log;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Sends signals, of which Java knows only two. The shell has `kill` built in; small images lack
/// the program.
final class Signals {
  private static final Log LOG = Log.of(Signals.class);
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private Signals() {}

  /// @param name such as `INT`, which PostgreSQL takes as "end now, in order"
  static void send(String name, long pid) {
    var command = List.of("/bin/sh", "-c", "kill -" + name + " " + pid);
    try {
      var result = Command.run(command, Path.of("/"), "", LIMIT);
      if (!result.ok()) {
        LOG.debug("a signal did not arrive", "pid", pid, "reason", result.lastLine());
      }
    } catch (IOException e) {
      LOG.error("a signal could not be sent", e, "pid", pid);
    }
  }
}
