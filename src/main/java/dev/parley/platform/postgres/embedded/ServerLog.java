package dev.parley.platform.postgres.embedded;

import dev.parley.platform.observe.Log;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// What the server writes: carried over into our log, the last lines kept for the explanation of a
/// failed start. Thread-safe.
final class ServerLog {
  private static final Log LOG = Log.of(ServerLog.class);
  private static final int KEPT = 30;
  private static final int LONGEST = 2000;

  private final Deque<String> last = new ArrayDeque<>();

  /// Reads until the last process of the server has closed the pipe.
  void follow(BufferedReader lines) {
    try (lines) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        take(line.length() <= LONGEST ? line : line.substring(0, LONGEST));
      }
    } catch (IOException e) {
      LOG.debug("the server's output ended", "reason", e.toString());
    }
  }

  private void take(String line) {
    synchronized (last) {
      last.add(line);
      if (last.size() > KEPT) {
        last.remove();
      }
    }
    var colon = line.indexOf(':');
    var text = line.substring(colon + 1).strip();
    switch (colon < 0 ? "" : line.substring(0, colon)) {
      case "PANIC", "FATAL", "WARNING" -> LOG.warning("postgres: " + text);
      // A refused statement is told to whoever sent it.
      default -> LOG.debug("postgres: " + line.strip());
    }
  }

  /// The line that explains why the server ended.
  String reason() {
    var lines = lines();
    return lines.stream()
        .filter(line -> line.startsWith("FATAL:") || line.startsWith("PANIC:"))
        .findFirst()
        .orElse(lines.isEmpty() ? "it said nothing" : lines.getLast());
  }

  boolean says(String text) {
    return lines().stream().anyMatch(line -> line.contains(text));
  }

  private List<String> lines() {
    synchronized (last) {
      return List.copyOf(last);
    }
  }
}
