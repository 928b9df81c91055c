package dev.parley.identity.token;

import dev.parley.platform.ids.Ids;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;

/// Prints what issuing and checking one access token costs, on one thread.
final class CheckTimes {
  private static final PrintStream OUT = System.out;
  private static final int ROUNDS = 20_000;

  private CheckTimes() {}

  public static void main(String[] args) {
    var clock = InstantSource.system();
    var folder = Path.of(args[0]);
    var hs256 = AccessTokens.of(Tokens.hs256(Tokens.KEY, ""), folder, new Ids(clock), clock);
    var eddsa = AccessTokens.of(Tokens.eddsa(Tokens.SEED, ""), folder, new Ids(clock), clock);
    for (var round = 0; round < 4; round++) {
      print("HS256", hs256);
      print("EdDSA", eddsa);
    }
  }

  private static void print(String what, AccessTokens tokens) {
    var token = tokens.issue(Tokens.ANA).token();
    var checks = measure(() -> tokens.check(token).isPresent());
    var issues = measure(() -> !tokens.issue(Tokens.ANA).token().isEmpty());
    OUT.printf(
        "%s check p50 %.1f µs p99 %.1f µs; issue p50 %.1f µs p99 %.1f µs; %d letters%n",
        what,
        checks[ROUNDS / 2] / 1e3,
        checks[ROUNDS * 99 / 100] / 1e3,
        issues[ROUNDS / 2] / 1e3,
        issues[ROUNDS * 99 / 100] / 1e3,
        token.length());
  }

  private interface Step {
    boolean done();
  }

  private static long[] measure(Step step) {
    var nanos = new long[ROUNDS];
    for (var i = 0; i < ROUNDS; i++) {
      var begun = System.nanoTime();
      if (!step.done()) {
        throw new IllegalStateException("a good token was refused");
      }
      nanos[i] = System.nanoTime() - begun;
    }
    Arrays.sort(nanos);
    return nanos;
  }
}
