package dev.parley;

import dev.parley.platform.config.ProcessEnvironment;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Prints whether the time of a refused sign-in tells that an account exists: wrong passwords for
/// known and for unknown addresses in turn. See `src/docs/testing.md` for the command.
final class LoginTimes {
  private static final PrintStream OUT = System.out;
  private static final int TRIES = 200;
  private static final int WARM_UP = 40;

  private LoginTimes() {}

  public static void main(String[] args) throws Exception {
    var folder = Files.createTempDirectory("parley-times");
    try (var product = new ProductProcess(folder, settings())) {
      var crowd = Crowd.register(new Client(product.url()), TRIES + WARM_UP);
      var known = new ArrayList<Long>();
      var unknown = new ArrayList<Long>();
      for (var i = 0; i < TRIES + WARM_UP; i++) {
        known.add(time(crowd, Crowd.address(i)));
        unknown.add(time(crowd, "nobody" + i + "@example.org"));
      }
      print("known", known.subList(WARM_UP, known.size()));
      print("unknown", unknown.subList(WARM_UP, unknown.size()));
    }
  }

  /// What a product that is measured is started with.
  static Map<String, String> settings() {
    var all = new HashMap<>(ProcessEnvironment.variables());
    all.putAll(
        Map.of(
            "APP_ENV", "staging",
            "ANONYMOUS_ACCESS", "all",
            "REGISTRATION", "open",
            "LLM_PROVIDER", "mock",
            "TRUSTED_PROXIES", "127.0.0.1",
            "RATE_LIMIT_REQUESTS", "1000000",
            "LOG_LEVEL", "error"));
    return all;
  }

  private static long time(Crowd crowd, String address) {
    var begun = System.nanoTime();
    var reply = crowd.logIn(address, "not the password of anybody");
    var took = System.nanoTime() - begun;
    Crowd.require(reply, 401);
    return took;
  }

  private static void print(String what, List<Long> nanos) {
    OUT.printf(
        "%-8s %d wrong passwords: p50 %.2f ms, p90 %.2f ms%n",
        what, nanos.size(), Crowd.percentile(nanos, 50), Crowd.percentile(nanos, 90));
  }
}
