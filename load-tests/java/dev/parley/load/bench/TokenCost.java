package dev.parley.load.bench;

import dev.parley.load.Options;
import dev.parley.load.traffic.Generator;
import dev.parley.load.traffic.Result;
import dev.parley.load.traffic.Traffic;
import dev.parley.platform.lifecycle.FreePort;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;

/// What it costs to hand on one token of many slow streams, against nginx that hands on the same
/// ones and reads nothing of them.
public final class TokenCost {
  private TokenCost() {}

  public static void run(Options options) throws IOException, InterruptedException {
    var nginx = options.text("nginx", "/usr/sbin/nginx");
    var warmUp = options.seconds("warm-up", 20);
    try (var rig = Rig.start(options)) {
      rig.warmUp(warmUp);
      var port = FreePort.find();
      try (var other = nginx(rig, nginx, port)) {
        measure(
            options, rig, other, URI.create("http://127.0.0.1:" + port + "/v1/chat/completions"));
      }
    }
  }

  private static Spawned nginx(Rig rig, String program, int port)
      throws IOException, InterruptedException {
    var folder = Files.createDirectories(rig.folder().resolve("nginx"));
    Files.writeString(
        folder.resolve("nginx.conf"),
        """
        daemon off;
        worker_processes 1;
        pid %1$s/nginx.pid;
        error_log stderr warn;
        events { worker_connections 10000; }
        http {
          access_log off;
          client_body_temp_path %1$s; proxy_temp_path %1$s; fastcgi_temp_path %1$s;
          uwsgi_temp_path %1$s; scgi_temp_path %1$s;
          keepalive_requests 1000000;
          upstream provider { server 127.0.0.1:%2$d; keepalive 2000; keepalive_requests 1000000; }
          server {
            listen 127.0.0.1:%3$d;
            location / {
              proxy_pass http://provider;
              proxy_http_version 1.1;
              proxy_set_header Connection "";
              proxy_buffering off;
            }
          }
        }
        """
            .formatted(folder, rig.provider().port(), port));
    var command = List.of(program, "-p", folder.toString(), "-c", folder + "/nginx.conf");
    return Spawned.start("nginx", folder, Map.of(), port, command);
  }

  /// Somebody who is asked.
  private record Side(
      String name, Traffic traffic, DoubleSupplier cpu, List<Double> micros, List<Result> results) {
    static Side of(String name, Traffic traffic, DoubleSupplier cpu) {
      return new Side(name, traffic, cpu, new ArrayList<>(), new ArrayList<>());
    }

    void round() throws InterruptedException {
      var before = cpu.getAsDouble();
      var result = Generator.run(traffic);
      micros.add((cpu.getAsDouble() - before) * 1e6 / Math.max(1, result.tokens()));
      results.add(result);
      System.out.printf(
          "%-8s %.1f µs a token, %d tokens, first %s, between %s, %s%n",
          name,
          micros.getLast(),
          result.tokens(),
          result.firstTokens(),
          result.gaps(),
          result.outcomes());
    }
  }

  private static void measure(Options options, Rig rig, Spawned nginx, URI throughNginx)
      throws IOException, InterruptedException {
    var streams = options.number("streams", 1_000);
    var every = options.number("every", 50);
    var seconds = options.number("seconds", 20);
    var rounds = options.number("rounds", 5);
    options.done();
    var wish = "tokens=%d,every=%d".formatted(seconds * 1_000 / every, every);
    var rampUp = Duration.ofSeconds(2);
    var own = rig.through(streams, streams / 2.0, rampUp).events(wish);
    var straight = Traffic.of(throughNginx, streams, streams / 2.0, rampUp).events(wish);
    var sides =
        List.of(
            Side.of("parley", own, rig.parley()::cpuSeconds),
            Side.of(
                "nginx", straight, () -> Cpu.seconds(nginx.pid()) + Cpu.seconds(nginx.children())));
    for (var round = 0; round < rounds; round++) {
      for (var side : sides) {
        side.round();
      }
    }
    var report = new Report("tokens", "load-tests/run.sh bench tokens" + options);
    report.text(
        "%d streams of %d tokens a second for %d s, medians of rounds in turn. CPU is that of the"
                .formatted(streams, 1_000 / every, seconds)
            + " process that relays, the beginning and the end of each stream included; nginx has"
            + " one worker and `proxy_buffering off`. Everything shares the cores.");
    report.head("", "CPU µs a token", "first token p50 / p99 / max", "between two tokens");
    for (var side : sides) {
      report.row(
          side.name,
          Report.rounds("%.1f", side.micros),
          side.results.getLast().firstTokens().toString(),
          side.results.getLast().gaps().toString());
    }
    report.end();
    report.text(
        "Parley costs **%.2f** times what nginx costs."
            .formatted(
                Report.median(sides.getFirst().micros) / Report.median(sides.getLast().micros)));
    report.publish();
  }
}
