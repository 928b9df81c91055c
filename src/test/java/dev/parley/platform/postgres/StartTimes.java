package dev.parley.platform.postgres;

import dev.parley.platform.time.Stopwatch;
import java.io.PrintStream;
import java.nio.file.Path;

/// Prints how long the embedded server takes to start in an empty folder, to stop and to start
/// again.
final class StartTimes {
  private static final PrintStream OUT = System.out;

  private StartTimes() {}

  public static void main(String[] args) {
    var dataDir = Path.of(args[0]);
    for (var round = 1; round <= 4; round++) {
      var watch = Stopwatch.start();
      var postgres = EmbeddedPostgres.start(dataDir);
      var started = watch.millis();
      watch = Stopwatch.start();
      postgres.stop();
      OUT.println("start " + started + " ms, stop " + watch.millis() + " ms");
    }
  }
}
