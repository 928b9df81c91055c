package dev.parley.cli.process;

import dev.parley.platform.time.Stopwatch;
import java.time.Duration;

/// The time a command takes. A test turns it by hand.
public interface Time {

  /// How long the process has been running. Never goes back.
  Duration elapsed();

  /// Waits. Throws [CliProblem.Stopped] when the thread is interrupted meanwhile.
  void pause(Duration wait);

  /// The time of this process, from now on.
  static Time real() {
    var since = Stopwatch.start();
    return new Time() {
      @Override
      public Duration elapsed() {
        return since.elapsed();
      }

      @Override
      public void pause(Duration wait) {
        try {
          Thread.sleep(wait);
        } catch (InterruptedException _) {
          Thread.currentThread().interrupt();
          throw new CliProblem.Stopped();
        }
      }
    };
  }
}
