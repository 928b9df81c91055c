package dev.parley.load.traffic;

import dev.parley.load.Options;
import java.net.URI;
import java.util.ArrayList;

/// Sends load from the command line and tells how it was answered.
public final class LoadCommand {
  private LoadCommand() {}

  public static void run(Options options) throws InterruptedException {
    var traffic = traffic(options);
    var warmUp = options.seconds("warm-up", 0);
    options.done();
    if (warmUp.isPositive()) {
      var _ = Generator.run(traffic.lasting(warmUp));
    }
    print(Generator.run(traffic));
  }

  private static Traffic traffic(Options options) {
    var headers = new ArrayList<String>();
    var key = options.text("key", "");
    if (!key.isEmpty()) {
      headers.add("Authorization: Bearer " + key);
    }
    var wish = options.text("wish", "");
    return new Traffic(
        URI.create(options.text("url", "http://127.0.0.1:9000/v1/chat/completions")),
        headers,
        wish.isEmpty() ? "" : "\"fake\":\"" + wish + "\"",
        options.flag("stream"),
        options.number("connections", 16),
        options.decimal("rate", 0),
        options.seconds("seconds", 10),
        options.text("arrivals", "poisson").equals("poisson"),
        options.decimal("aborts", 0),
        options.flag("named"));
  }

  private static void print(Result result) {
    System.out.printf("good answers   %.0f/s%n", result.perSecond());
    result.outcomes().forEach((name, count) -> System.out.printf("%-14s %d%n", name, count));
    System.out.println("               p50 / p99 / max");
    System.out.println("whole answer   " + result.whole());
    if (result.tokens() > 0) {
      System.out.println("first token    " + result.firstTokens());
      System.out.println("between tokens " + result.gaps());
      System.out.println("tokens         " + result.tokens());
    }
  }
}
