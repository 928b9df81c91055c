package dev.parley.load.bench;

import dev.parley.load.Options;
import dev.parley.load.traffic.Generator;
import dev.parley.load.traffic.Traffic;
import java.io.IOException;
import java.time.Duration;

/// Holds the ledger against the provider's own log after calls that failed, were left half way, or
/// were under way when the process was killed.
public final class LedgerCheck {
  private static final Duration SETTLE = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private LedgerCheck() {}

  public static void run(Options options) throws IOException, InterruptedException {
    var calls = options.number("calls", 5_000);
    var kills = options.number("kills", 2);
    var rate = options.decimal("rate", 50);
    var aborts = options.decimal("aborts", 0.1);
    var faults = options.text("faults", "0.03:status=503;0.02:cut=5;0.02:garbage=5;0.1:usage=none");
    var wish = options.text("wish", "tokens=20,every=10");
    var report =
        new Report("ledger" + Parley.variant(options), "load-tests/run.sh check ledger" + options);
    var rig = Rig.start(options, "--wish", wish, "--faults", faults);
    try {
      options.done();
      var length = Duration.ofMillis(Math.round(1_000 * calls / rate));
      rig.warmUp(Duration.ofSeconds(5));
      var running = Generator.start(streams(rig, rate, length, aborts), PATIENCE);
      for (var i = 1; i <= kills; i++) {
        Thread.sleep(length.dividedBy(kills + 1));
        rig = rig.afterAKill();
        System.out.println("killed and started anew, " + running.result().answered() + " answers");
      }
      var result = running.await();
      Thread.sleep(SETTLE);
      var counts = LedgerCounts.of(rig.provider().log(), rig.parley().ledger());
      report.text(
          ("%d streams of 20 tokens, %.0f a second, %.0f %% of them left half way, %d times kill -9"
                  + " of Parley; the provider fails by `%s`. Callers saw: %s.")
              .formatted(result.answered(), rate, 100 * aborts, kills, faults, result.outcomes()));
      counts.tell(report);
      report.publish();
      if (!counts.hold()) {
        throw new IllegalStateException("the ledger is not what the provider sent");
      }
    } finally {
      rig.close();
    }
  }

  private static Traffic streams(Rig rig, double rate, Duration length, double aborts) {
    var plain = rig.through(128, rate, length);
    return new Traffic(
        plain.target(), plain.headers(), "", true, 128, rate, length, true, aborts, true);
  }
}
