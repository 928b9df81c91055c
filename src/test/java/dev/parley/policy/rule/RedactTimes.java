package dev.parley.policy.rule;

import static dev.parley.policy.rule.TestRules.REDACT;

import dev.parley.policy.match.PiiKind;
import java.io.PrintStream;
import java.util.Arrays;

/// Prints what redaction adds to an answer, on one thread: how long a token is looked at, and how
/// much of the text is held back because it may be the beginning of something. The answer has five
/// letters a token and something to redact in every twentieth sentence.
final class RedactTimes {
  private static final PrintStream OUT = System.out;
  private static final int ROUNDS = 5;
  private static final int ANSWERS = 200;
  private static final int TOKEN = 5;
  private static final String ANSWER =
      ("Leave that is left over can be taken until the end of March, as section 12 of the handbook "
                  + "says (see page 34). ")
              .repeat(19)
          + "Write to jane.doe@example.org or call +49 30 1234567 about card 4111 1111 1111 1111.";

  private RedactTimes() {}

  public static void main(String[] args) {
    var check = new TestRules().kinds(REDACT, PiiKind.values()).keywords(REDACT, "otters").check();
    for (var round = 0; round < ROUNDS; round++) {
      var tokens = (ANSWER.length() + TOKEN - 1) / TOKEN;
      var nanos = new long[ANSWERS * tokens];
      var held = new long[ANSWERS * tokens];
      for (var answer = 0; answer < ANSWERS; answer++) {
        measure(check.stream(), answer * tokens, nanos, held);
      }
      print("a token is looked at", nanos, 1e3, "µs");
      print("held back behind a token", held, 1, "letters");
    }
  }

  private static void measure(RedactStream stream, int first, long[] nanos, long[] held) {
    var at = first;
    var given = 0;
    var out = 0;
    for (var from = 0; from < ANSWER.length(); from += TOKEN) {
      var token = ANSWER.substring(from, Math.min(ANSWER.length(), from + TOKEN));
      var begun = System.nanoTime();
      var gone = stream.write(token).length();
      nanos[at] = System.nanoTime() - begun;
      given += token.length();
      out += gone;
      held[at++] = Math.max(0, given - out);
    }
    if (stream.end().contains("4111")) {
      throw new IllegalStateException("a card was not redacted");
    }
  }

  private static void print(String what, long[] all, double unit, String name) {
    Arrays.sort(all);
    OUT.printf(
        "%-26s p50 %.1f, p99 %.1f, most %.1f %s%n",
        what,
        all[all.length / 2] / unit,
        all[all.length * 99 / 100] / unit,
        all[all.length - 1] / unit,
        name);
  }
}
