package dev.parley.policy.rule;

import static dev.parley.policy.rule.TestRules.ALLOW;
import static dev.parley.policy.rule.TestRules.DENY;
import static dev.parley.policy.rule.TestRules.REDACT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.platform.time.Stopwatch;
import dev.parley.policy.match.PiiKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// A text is redacted in the same way wherever it is cut.
final class RedactStreamTest {
  private static final long SEED = 20_260_131;
  private static final String MARKER = "QX7-MARKER-19";
  private static final String TEXT =
      """
      Dear Ms Jane, your card 4111 1111 1111 1111 123 was charged; write to jane.doe@example.org \
      or support@example.org, call +49 (0)30 1234-5678 or 212-555-0187. IBAN DE89 3704 0044 0532 \
      0130 00 BIC COBADEFF, from 192.168.0.1 or 2001:db8::1 at 12:30:45. QX7-MARKER-19 ends😀QX7-\
      MARKER-19, not QX7-MARKER-1 nor 4111 1111 1111 1112.
      key sk-abcdefghijklmnopqrstu
      password: hunter2
      """;

  private static final List<String> PIECES =
      List.of(
          "a",
          "aa",
          "ab",
          "abab",
          " ",
          "\n",
          "4111",
          "1111 ",
          "11111111",
          "@",
          ".",
          "example",
          "org",
          "DE89",
          "3704 0044 0532 0130 00",
          "3704004405320130",
          "-",
          "+49 ",
          "0",
          "30",
          "secret",
          "Secrets",
          "😀",
          "\uD83D",
          "é",
          "ſ",
          "K",
          "fe80::",
          ":",
          "x",
          "stop",
          "st");

  private static Check everything() {
    return new TestRules()
        .keywords(ALLOW, "support@example.org")
        .kinds(REDACT, PiiKind.values())
        .keywords(REDACT, MARKER)
        .patterns(REDACT, "(?i)^password: ?[^\\n]{1,40}$", "M[sr]s? [A-Z]\\pL{1,20}")
        .check();
  }

  @Test
  void theWholeTextIsRedacted() {
    var out = everything().of(TEXT, null).text();

    for (var secret :
        List.of("4111 1111 1111 1111", "jane.doe", "1234-5678", "0187", "0130 00", "192.168")) {
      assertFalse(out.contains(secret), out);
    }
    for (var harmless :
        List.of("] 123 was", "support@example.org", "BIC COBADEFF", "12:30:45", "1112.")) {
      assertTrue(out.contains(harmless), () -> harmless + " in " + out);
    }
    assertFalse(out.contains(MARKER) || out.contains("hunter2") || out.contains("2001:"), out);
    assertTrue(out.contains("not QX7-MARKER-1 nor"), out);
  }

  @Test
  void everyCutOfATextInTwoGivesTheSame() {
    var check = everything();
    var whole = check.of(TEXT, null).text();

    for (var at = 0; at <= TEXT.length(); at++) {
      assertEquals(whole, streamed(check, TEXT, at), "cut at " + at);
    }
  }

  @Test
  void charByCharGivesTheSame() {
    var check = everything();
    var cuts = new int[TEXT.length()];
    Arrays.setAll(cuts, i -> i);

    assertEquals(check.of(TEXT, null).text(), streamed(check, TEXT, cuts));
  }

  @Test
  void randomTextsOfSharpPiecesGiveTheSame() {
    var random = new Random(SEED);
    var denied = 0;
    for (var round = 0; round < 3_000; round++) {
      var check = randomRules(random);
      var text = new StringBuilder();
      for (var i = random.nextInt(30); i >= 0; i--) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      var whole = check.of(text.toString(), null);
      var stream = check.stream();
      var out = streamed(stream, text.toString(), cuts(random, text.length()));
      assertEquals(whole.text(), out, () -> "seed " + SEED + ": " + text);
      assertEquals(whole.denied(), stream.denied(), text::toString);
      denied += whole.denied() == null ? 0 : 1;
    }
    assertTrue(denied > 100, "denials were among them: " + denied);
  }

  private static Check randomRules(Random random) {
    var rules = new TestRules();
    var actions = List.of(REDACT, REDACT, DENY, ALLOW, new Action.Redact("", false));
    for (var i = random.nextInt(4); i >= 0; i--) {
      var action = actions.get(random.nextInt(actions.size()));
      var _ =
          switch (random.nextInt(10)) {
            case 0 -> rules.kinds(action, PiiKind.values());
            case 1 -> rules.keywords(action, "secret", "stop");
            case 2 -> rules.patterns(action, "a{1,3}b?", "\\bab");
            case 3 -> rules.patterns(action, "ab|abab|a\\Bx?");
            case 4 -> rules.patterns(action, "(?i)s[ek]{1,2}\\w{0,9}?t\\b");
            case 5 -> rules.patterns(action, "^.{2,8}$", "(?s)\\n.{1,4}");
            case 6 ->
                rules.patterns(action, "[^a-z\\n]{3,5}", "\\x{1F600}+?x?".replace("+?", "{1,2}"));
            case 7 -> rules.patterns(action, "(?:1{1,4} ?){2}", "(a|ab)(c|bab)?");
            case 8 -> rules.kinds(action, PiiKind.CARD, PiiKind.IBAN);
            default -> rules.keywords(action, "11", "é", "k");
          };
    }
    return rules.check();
  }

  @Test
  void aMarkerCutAtEveryTokenBorderNeverLeaves() {
    var check = new TestRules().keywords(REDACT, MARKER).check();
    var text = "Well, " + MARKER + " it is.";
    var leaks = 0;
    for (var cuts = 0; cuts < 1 << (MARKER.length() - 1); cuts++) {
      var at = new ArrayList<Integer>();
      for (var i = 0; i < MARKER.length() - 1; i++) {
        if (((cuts >> i) & 1) == 1) {
          at.add(7 + i);
        }
      }
      var out = streamed(check, text, at.stream().mapToInt(Integer::intValue).toArray());
      leaks += out.equals("Well, [keyword] it is.") ? 0 : 1;
    }
    assertEquals(0, leaks);
    System.out.println(
        "marker cut at all borders: " + (1 << (MARKER.length() - 1)) + " ways, 0 leaks");
  }

  @Test
  void noMoreIsHeldBackThanIsSaid() {
    var check = everything();
    var random = new Random(SEED);
    var alphabet = "ab1 2@.-+:DE89\n";
    for (var round = 0; round < 50; round++) {
      var stream = check.stream();
      var in = 0;
      var out = 0;
      for (var i = 0; i < 2_000; i++) {
        in++;
        var redacted = stream.count();
        out += stream.write("" + alphabet.charAt(random.nextInt(alphabet.length()))).length();
        if (stream.count() > redacted) {
          out = in; // lengths differ from here on: begin to count anew with nothing held
          stream = check.stream();
        }
        assertTrue(in - out <= check.holdsBack(), "held back: " + (in - out));
      }
    }
    assertTrue(check.holdsBack() <= 257, "bound: " + check.holdsBack());
  }

  @Test
  void harmlessTextIsHardlyHeldBack() {
    var stream = everything().stream();
    var out = stream.write("The otter holds ") + stream.write("hands, ");

    assertEquals("The otter holds hands, ", out);
  }

  @Test
  void whatIsDeniedEndsTheText() {
    var check = new TestRules().keywords(DENY, "forbidden").kinds(REDACT, PiiKind.EMAIL).check();
    var stream = check.stream();

    var out = stream.write("To a@b.org it is forbid") + stream.write("den to say") + stream.end();

    assertEquals("To [email] it is ", out);
    assertNotNull(stream.denied());
  }

  @Test
  void placeholdersComeBackWhereverTheyAreCut() {
    var check = new TestRules().kinds(TestRules.KEEP, PiiKind.EMAIL).check();
    var placeholders = new Placeholders();
    var asked = check.of("a@b.org and c@d.org and a@b.org", placeholders).text();
    var answer = "So [email-1] [email-3] [1] and [email-2] [email-";

    assertEquals("[email-1] and [email-2] and [email-1]", asked);
    for (var at = 0; at <= answer.length(); at++) {
      var stream = placeholders.restoring();
      var out = stream.write(answer.substring(0, at)) + stream.write(answer.substring(at));
      assertEquals("So a@b.org [email-3] [1] and c@d.org [email-", out + stream.end());
    }
  }

  /// Prints what redaction adds to the time of a token; asserts nothing about time.
  @Test
  void tokensAreDelayedLittle() {
    var check = everything();
    var times = new long[50_000];
    var tokens = new String[TEXT.length() / 4];
    Arrays.setAll(tokens, i -> TEXT.substring(4 * i, 4 * i + 4));
    for (var warm = 0; warm < 3; warm++) {
      var stream = check.stream();
      var out = 0;
      for (var i = 0; i < times.length; i++) {
        var watch = Stopwatch.start();
        out += stream.write(tokens[i % tokens.length]).length();
        times[i] = watch.elapsed().toNanos();
      }
      assertTrue(out > 0);
    }
    Arrays.sort(times);
    System.out.printf(
        "redaction of a token, all kinds of data: p50 %d ns, p99 %d ns, p99.9 %d ns%n",
        times[times.length / 2], times[times.length / 100 * 99], times[times.length / 1000 * 999]);
  }

  private static int[] cuts(Random random, int length) {
    return random.ints(random.nextInt(8), 0, length + 1).sorted().toArray();
  }

  private static String streamed(Check check, String text, int... cuts) {
    return streamed(check.stream(), text, cuts);
  }

  private static String streamed(RedactStream stream, String text, int... cuts) {
    var out = new StringBuilder();
    var done = 0;
    for (var cut : cuts) {
      out.append(stream.write(text.substring(done, cut)));
      done = cut;
    }
    return out.append(stream.write(text.substring(done))).append(stream.end()).toString();
  }
}
