package dev.parley.load.bench;

import dev.parley.load.Options;
import dev.parley.load.traffic.Generator;
import dev.parley.load.traffic.Latencies;
import dev.parley.load.traffic.Result;
import dev.parley.load.traffic.Traffic;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// How much later an answer comes through the product than straight from the provider, below
/// saturation: the difference of the percentiles, in rounds in which both are asked in turn.
public final class Overhead {
  private static final int WAYS = 3;
  private static final String STREAM = "tokens=10,every=2";

  private final Options options;
  private final Rig rig;
  private final BareProxy proxy;
  private final int rounds;
  private final Report report;

  private Overhead(Options options, Rig rig, BareProxy proxy, int rounds, Report report) {
    this.options = options;
    this.rig = rig;
    this.proxy = proxy;
    this.rounds = rounds;
    this.report = report;
  }

  public static void run(Options options) throws IOException, InterruptedException {
    var rounds = options.number("rounds", 5);
    var warmUp = options.seconds("warm-up", 20);
    try (var rig = Rig.start(options);
        var proxy = BareProxy.start(rig.folder(), rig.provider().port())) {
      var report =
          new Report(
              "overhead" + Parley.variant(options), "load-tests/run.sh bench overhead" + options);
      rig.warmUp(warmUp);
      warmUp(rig.through(16, 0, warmUp.dividedBy(4)).at(proxy.chat()));
      new Overhead(options, rig, proxy, rounds, report).measure();
      report.publish();
    }
  }

  private static void warmUp(Traffic traffic) throws InterruptedException {
    var _ = Generator.run(traffic);
    var _ = Generator.run(traffic.events(STREAM));
  }

  private void measure() throws InterruptedException {
    var each = options.seconds("seconds", 5);
    var one = options.decimal("rate-one", 100);
    var many = options.decimal("rate-many", 1_000);
    var streams = options.decimal("rate-streams", 300);
    options.done();
    report.text(
        "Milliseconds from when a request was due: through Parley, through a proxy on Vert.x that"
            + " only passes on, straight to the provider; and how much more the first takes than"
            + " the last. Median of "
            + rounds
            + " rounds, the differences of all rounds in brackets. A stream has ten tokens, one"
            + " every 2 ms. API key, limits and ledger are on; generator, provider, Parley and"
            + " PostgreSQL share the cores.");
    report.head(
        "what",
        "p50 through",
        "bare proxy",
        "straight",
        "**more**",
        "p99 through",
        "bare proxy",
        "straight",
        "**more**");
    compare("answer, 1 connection, %.0f/s".formatted(one), through(1, one, each), Result::whole);
    compare(
        "answer, 32 connections, %.0f/s".formatted(many), through(32, many, each), Result::whole);
    var slow = one / 10; // a stream takes 20 ms
    compare(
        "stream, first token, 1 connection, %.0f/s".formatted(slow),
        through(1, slow, each).events(STREAM),
        Result::firstTokens);
    var busy = through(64, streams, each).events(STREAM);
    compare(
        "stream, first token, 64 connections, %.0f/s".formatted(streams),
        busy,
        Result::firstTokens);
    compare("stream, whole, 64 connections, %.0f/s".formatted(streams), busy, Result::whole);
    report.end();
  }

  private Traffic through(int connections, double rate, Duration each) {
    return rig.through(connections, rate, each);
  }

  private void compare(String what, Traffic through, Function<Result, Latencies> of)
      throws InterruptedException {
    var all = new ArrayList<Latencies[]>();
    for (var i = 0; i < rounds; i++) {
      var direct = of.apply(Generator.run(through.at(rig.provider().chat())));
      var bare = of.apply(Generator.run(through.at(proxy.chat())));
      all.add(new Latencies[] {of.apply(Generator.run(through)), bare, direct});
    }
    var cells = new ArrayList<String>();
    cells.add(what);
    for (var share : List.of(0.5, 0.99)) {
      for (var way = 0; way < WAYS; way++) {
        var at = way;
        cells.add("%.3f".formatted(Report.median(each(all, one -> one[at].ms(share)))));
      }
      cells.add(Report.rounds("%.3f", each(all, one -> one[0].ms(share) - one[2].ms(share))));
    }
    report.row(cells.toArray(String[]::new));
    System.out.println(String.join(" | ", cells));
  }

  private static List<Double> each(List<Latencies[]> rounds, Function<Latencies[], Double> of) {
    return rounds.stream().map(of).toList();
  }
}
