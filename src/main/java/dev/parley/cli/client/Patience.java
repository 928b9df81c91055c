package dev.parley.cli.client;

import dev.parley.cli.process.CliProblem;
import dev.parley.cli.process.CliProblem.Refused;
import java.time.Duration;

/// How long to go on trying, counted in time spent waiting between the tries.
///
/// @param busy for a server that answers 429 or 503
/// @param gone for a server that does not answer; zero where a request must not be sent twice
public record Patience(Duration busy, Duration gone) {

  /// For somebody who waits at the terminal.
  public static final Patience SHORT = new Patience(Duration.ofSeconds(30), Duration.ZERO);

  /// For work that goes on without anybody looking: a server may be restarted under it.
  public static final Patience LONG = new Patience(Duration.ofMinutes(10), Duration.ofSeconds(45));

  private static final Duration FIRST_WAIT = Duration.ofMillis(500);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

  Waits begin() {
    return new Waits(this);
  }

  /// The waits of one request, growing.
  static final class Waits {
    private Duration busyLeft;
    private Duration goneLeft;
    private Duration next = FIRST_WAIT;

    private Waits(Patience patience) {
      this.busyLeft = patience.busy;
      this.goneLeft = patience.gone;
    }

    /// How long to wait before the next try. Throws `refused` when that is no use: another answer
    /// will not come, or not in the time that is left.
    Duration after(Refused refused) {
      var wait = refused.retryAfter().orElse(next);
      if (!refused.busy() || wait.compareTo(busyLeft) > 0) {
        throw refused;
      }
      busyLeft = busyLeft.minus(wait);
      grow();
      return wait;
    }

    /// How long to wait for a server that did not answer. Throws `gone` when that was long enough.
    Duration after(CliProblem.Unreachable gone) {
      if (next.compareTo(goneLeft) > 0) {
        throw gone;
      }
      var wait = next;
      goneLeft = goneLeft.minus(wait);
      grow();
      return wait;
    }

    private void grow() {
      var doubled = next.multipliedBy(2);
      next = doubled.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : doubled;
    }
  }
}
