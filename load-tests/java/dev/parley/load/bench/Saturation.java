package dev.parley.load.bench;

import dev.parley.load.Options;
import dev.parley.load.traffic.Generator;
import dev.parley.load.traffic.Traffic;
import dev.parley.platform.lifecycle.FreePort;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;

/// Requests a second when as many come as are answered, against Portkey's gateway in front of the
/// same provider, and what each request costs every process.
public final class Saturation {
  private Saturation() {}

  /// Somebody who is asked, and the rounds so far.
  private record Side(
      String name,
      Traffic traffic,
      DoubleSupplier own,
      DoubleSupplier database,
      List<Double> perSecond,
      List<Double> micros,
      List<Double> databaseMicros,
      List<Double> p50,
      List<String> odd) {
    static Side of(String name, Traffic traffic, DoubleSupplier own, DoubleSupplier database) {
      return new Side(
          name,
          traffic,
          own,
          database,
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>());
    }

    void round() throws InterruptedException {
      var before = own.getAsDouble();
      var databaseBefore = database.getAsDouble();
      var result = Generator.run(traffic);
      var each = 1e6 / Math.max(1, result.ok());
      perSecond.add(result.perSecond());
      micros.add((own.getAsDouble() - before) * each);
      databaseMicros.add((database.getAsDouble() - databaseBefore) * each);
      p50.add(result.whole().ms(0.5));
      result.outcomes().keySet().stream().filter(one -> !one.equals("ok")).forEach(odd::add);
      System.out.printf(
          "%-8s %.0f/s, %.0f µs, database %.0f µs, %s%n",
          name, perSecond.getLast(), micros.getLast(), databaseMicros.getLast(), result.outcomes());
    }
  }

  private static double nothing() {
    return 0;
  }

  public static void run(Options options) throws IOException, InterruptedException {
    var portkey = options.text("portkey", "");
    var warmUp = options.seconds("warm-up", 20);
    try (var rig = Rig.start(options)) {
      rig.warmUp(warmUp);
      if (portkey.isEmpty()) {
        measure(options, rig, List.of());
        return;
      }
      var port = FreePort.find();
      var command =
          List.of(
              "node", Path.of(portkey).toAbsolutePath().toString(), "--port=" + port, "--headless");
      try (var other = Spawned.start("portkey", rig.folder(), Map.of(), port, command)) {
        var traffic =
            Traffic.of(
                    URI.create("http://127.0.0.1:" + port + "/v1/chat/completions"),
                    options.number("connections", 64),
                    0,
                    options.seconds("seconds", 5))
                .with(
                    "Authorization: Bearer x",
                    "x-portkey-provider: openai",
                    "x-portkey-custom-host: " + rig.provider().base());
        var _ = Generator.run(traffic.lasting(warmUp.dividedBy(4)));
        measure(
            options,
            rig,
            List.of(
                Side.of("portkey", traffic, () -> Cpu.seconds(other.pid()), Saturation::nothing)));
      }
    }
  }

  private static void measure(Options options, Rig rig, List<Side> others)
      throws IOException, InterruptedException {
    var connections = options.number("connections", 64);
    var each = options.seconds("seconds", 5);
    var rounds = options.number("rounds", 5);
    options.done();
    var sides = new ArrayList<Side>();
    sides.add(
        Side.of(
            "parley",
            rig.through(connections, 0, each),
            rig.parley()::cpuSeconds,
            rig.parley()::databaseSeconds));
    sides.addAll(others);
    sides.add(
        Side.of(
            "straight",
            rig.straight(connections, 0, each),
            () -> Cpu.seconds(rig.provider().spawned().pid()),
            Saturation::nothing));
    for (var round = 0; round < rounds; round++) {
      for (var side : sides) {
        side.round();
      }
    }
    publish(options, sides, connections, each);
  }

  private static void publish(Options options, List<Side> sides, int connections, Duration each)
      throws IOException {
    var report =
        new Report(
            "saturation" + Parley.variant(options), "load-tests/run.sh bench saturation" + options);
    report.text(
        "%d connections, each of which asks again when it is answered; rounds of %d s in turn,"
                .formatted(connections, each.toSeconds())
            + " medians, all rounds in brackets. CPU is that of the process itself, for a good"
            + " answer; of `straight`, the provider's. Everything shares the cores.");
    report.head("", "requests/s", "CPU µs a request", "PostgreSQL µs a request", "p50 ms", "odd");
    for (var side : sides) {
      report.row(
          side.name,
          Report.rounds("%.0f", side.perSecond),
          Report.rounds("%.0f", side.micros),
          Report.rounds("%.0f", side.databaseMicros),
          Report.rounds("%.2f", side.p50),
          side.odd.stream().distinct().toList().toString());
    }
    report.end();
    var own = Report.median(sides.getFirst().perSecond);
    sides.stream()
        .filter(side -> side.name.equals("portkey"))
        .forEach(other ->
            report.text(
                "Parley answers **%.1f** times as many requests."
                    .formatted(own / Report.median(other.perSecond))));
    report.publish();
  }
}
