package dev.parley.load.bench;

import dev.parley.load.Options;
import dev.parley.load.traffic.Generator;
import dev.parley.load.traffic.Traffic;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Mixed load for half an hour, with faults and callers who leave: what becomes of the memory.
public final class Soak {
  private static final Pattern HEAP =
      Pattern.compile("jvm_memory_(?:bytes_used|used_bytes)\\{area=\"heap\",?} ([0-9.Ee+]+)");
  private static final double MIB = 1 << 20;

  private Soak() {}

  public static void run(Options options) throws IOException, InterruptedException {
    var length = Duration.ofMillis(Math.round(60_000 * options.decimal("minutes", 30)));
    var rate = options.decimal("rate", 200);
    var aborts = options.decimal("aborts", 0.1);
    var faults = options.text("faults", "0.01:status=503;0.005:cut=5;0.005:garbage=5");
    try (var rig = Rig.start(options, "--faults", faults)) {
      options.done();
      var streams = streams(rig, rate / 2, length, aborts);
      var answers = rig.through(64, rate / 2, length);
      var _ = Generator.run(streams.lasting(Duration.ofSeconds(20)));
      var one = Generator.start(streams);
      var other = Generator.start(answers);
      var samples = watch(rig, length);
      var report = new Report("soak", "load-tests/run.sh bench soak" + options);
      report.text(
          "%.0f requests a second for %d minutes, half of them streams of 20 tokens every 10 ms, of"
                  .formatted(rate, length.toMinutes())
              + " which %.0f %% are left half way; the provider fails by `%s`."
                  .formatted(100 * aborts, faults));
      report.text(
          "Streams: %s. Answers in one piece: %s."
              .formatted(one.await().outcomes(), other.await().outcomes()));
      tell(report, samples);
      report.publish();
    }
  }

  private static Traffic streams(Rig rig, double rate, Duration length, double aborts) {
    var plain = rig.through(256, rate, length).events("");
    return new Traffic(
        plain.target(),
        plain.headers(),
        "",
        true,
        plain.connections(),
        rate,
        length,
        true,
        aborts,
        false);
  }

  /// @param minute since the beginning
  private record Sample(double minute, double heap, double resident) {}

  private static List<Sample> watch(Rig rig, Duration length)
      throws IOException, InterruptedException {
    var samples = new ArrayList<Sample>();
    var looks = 20;
    for (var look = 0; look <= looks; look++) {
      var minute = length.toMillis() / 60_000.0 * look / looks;
      samples.add(
          new Sample(minute, heap(rig.parley()), Cpu.residentMib(rig.parley().spawned().pid())));
      System.out.println(samples.getLast());
      if (look < looks) {
        Thread.sleep(length.dividedBy(looks));
      }
    }
    return samples;
  }

  /// What is alive: after a full collection.
  private static double heap(Parley parley) throws IOException, InterruptedException {
    var collect =
        new ProcessBuilder(
                Spawned.java().replaceAll("java$", "jcmd"),
                Long.toString(parley.spawned().pid()),
                "GC.run")
            .redirectErrorStream(true)
            .start();
    var _ = collect.getInputStream().readAllBytes();
    var _ = collect.waitFor();
    var uri = URI.create("http://127.0.0.1:" + parley.metricsPort() + "/metrics");
    try (var http = HttpClient.newHttpClient()) {
      var text = http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
      var found = HEAP.matcher(text);
      return found.find() ? Double.parseDouble(found.group(1)) / MIB : -1;
    }
  }

  private static void tell(Report report, List<Sample> samples) {
    report.head("MiB", "before", "after", "slope an hour, second half");
    var half = samples.subList(samples.size() / 2, samples.size());
    report.row(
        "heap after a collection",
        "%.0f".formatted(samples.getFirst().heap()),
        "%.0f".formatted(samples.getLast().heap()),
        "%+.1f".formatted(slope(half, true)));
    report.row(
        "resident",
        "%.0f".formatted(samples.getFirst().resident()),
        "%.0f".formatted(samples.getLast().resident()),
        "%+.1f".formatted(slope(half, false)));
    report.end();
  }

  /// Of the line that fits best, an hour.
  private static double slope(List<Sample> samples, boolean heap) {
    var x = samples.stream().mapToDouble(Sample::minute).average().orElse(0);
    var y = samples.stream().mapToDouble(one -> of(one, heap)).average().orElse(0);
    var above = 0.0;
    var below = 0.0;
    for (var one : samples) {
      above += (one.minute() - x) * (of(one, heap) - y);
      below += (one.minute() - x) * (one.minute() - x);
    }
    return below == 0 ? 0 : 60 * above / below;
  }

  private static double of(Sample sample, boolean heap) {
    return heap ? sample.heap() : sample.resident();
  }
}
