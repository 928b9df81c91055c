package dev.parley.load.bench;

import dev.parley.load.Options;
import dev.parley.load.traffic.Generator;
import dev.parley.load.traffic.Traffic;
import java.io.IOException;
import java.time.Duration;

/// How often a provider that fails is asked while many callers want something of it.
public final class OutageCheck {
  private static final int MOST_A_MINUTE = 6;

  private OutageCheck() {}

  public static void run(Options options) throws IOException, InterruptedException {
    var length = options.seconds("seconds", 60);
    var rate = options.decimal("rate", 10);
    var report = new Report("outage", "load-tests/run.sh check outage" + options);
    try (var rig = Rig.start(options)) {
      options.done();
      rig.warmUp(Duration.ofSeconds(10));
      var plain = rig.through(64, rate, length).events("status=503");
      var named =
          new Traffic(
              plain.target(),
              plain.headers(),
              plain.fields(),
              true,
              64,
              rate,
              length,
              true,
              0,
              true);
      var result = Generator.run(named);
      var asked = rig.provider().log().lines().count();
      report.text(
          "The only provider, which was well before, answers each request with 503. Poisson arrivals, %.0f a second."
              .formatted(rate));
      report.head("seconds", "calls", "attempts that reached the provider", "answers");
      report.row(
          Long.toString(length.toSeconds()),
          Long.toString(result.answered()),
          Long.toString(asked),
          result.outcomes().toString());
      report.end();
      report.publish();
      if (asked > MOST_A_MINUTE * Math.max(1, length.toMinutes())) {
        throw new IllegalStateException("more than " + MOST_A_MINUTE + " attempts a minute");
      }
    }
  }
}
