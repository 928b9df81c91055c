package dev.parley.policy.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.platform.time.Stopwatch;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DetectorTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "email | mail to jane.doe+x@mail.example.co.uk. | jane.doe+x@mail.example.co.uk",
        "phone | call +49 30 1234567 today | +49 30 1234567",
        "phone | call 030/1234-5678. | 030/1234-5678",
        "iban | to GB82 WEST 1234 5698 7654 32, please | GB82 WEST 1234 5698 7654 32",
        "iban | de89370400440532013000 | de89370400440532013000",
        "card | 1234 5500-0055-5555-5559 | 5500-0055-5555-5559",
        "card | 378282246310005! | 378282246310005",
        "passport | L898902C36UTO7408122F1204159ZE184226B<<<<<10 | L898902C36UTO7408122F1204159ZE184226B<<<<<10",
        "passport | no. C01X00T47 | C01X00T47",
        "ip | from 203.0.113.7, | 203.0.113.7",
        "ip | at 2001:db8:0:0:0:0:2:1. | 2001:db8:0:0:0:0:2:1",
        "ip | at fe80::1ff:fe23:4567:890a | fe80::1ff:fe23:4567:890a",
        "social_security | is 123-45-6789. | 123-45-6789",
        "secret | key ghp_abcdefghijklmnopqrstuvwxyz0123456789 | ghp_abcdefghijklmnopqrstuvwxyz0123456789"
      })
  void aKindIsFound(String kind, String text, String expected) {
    assertEquals(List.of(expected), found(Detector.of(PiiKind.of(kind).orElseThrow()), text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "card | 4111 1111 1111 1112",
        "card | 1111 1111 1111 1117",
        "iban | DE88 3704 0044 0532 0130 00",
        "ip | at 12:30:45 in std::string v1.2.3",
        "ip | 256.1.1.1",
        "phone | in 2024 and 0123",
        "email | a @ b.org",
        "passport | L898902C37UTO7408122F1204159ZE184226B<<<<<10",
        "social_security | 000-12-3456",
        "passport | TRANSPORT"
      })
  void whatOnlyLooksLikeOneIsNot(String kind, String text) {
    assertEquals(List.of(), found(Detector.of(PiiKind.of(kind).orElseThrow()), text));
  }

  @ParameterizedTest
  @EnumSource(PiiKind.class)
  void kindsFollowStreams(PiiKind kind) {
    var detector = Detector.of(kind);

    assertTrue(detector.followsStreams(), kind::wireName);
  }

  @Test
  void wordsAreFoundAsWords() {
    assertEquals(List.of("Otter"), found(Detector.ofKeyword("otter"), "Otter, otters, potter"));
    assertEquals(List.of("密码"), found(Detector.ofKeyword("密码"), "我的密码是"));
    assertEquals(List.of("a.b(c"), found(Detector.ofKeyword("a.b(c"), "axb(c a.b(c"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a*", "(", "a|", "\\Ax", "x\\z", "(?m)^a", "(?=a)", "\\1", "((a{100}){100})"})
  void whatCannotBeUsedIsRefused(String pattern) {
    var fault = assertThrows(PatternFault.class, () -> Detector.ofPattern(pattern));

    assertTrue(!fault.why().isBlank());
  }

  @Test
  void aPatternHasOneKibibyteAtMost() {
    assertThrows(PatternFault.class, () -> Detector.ofPattern("é".repeat(513)));
    assertTrue(Detector.ofPattern("é".repeat(200)).followsStreams());
    assertTrue(!Detector.ofPattern("a.*b").followsStreams());
  }

  /// Patterns that keep backtracking engines busy for years, each on 64 KiB.
  @ParameterizedTest
  @ValueSource(
      strings = {"(.*a){20}x", "(a+)+$b", "(a|aa)+$b", "([a-z]+)*c1", "(a|a?)+b", "(x+x+)+y"})
  void noPatternTakesForEver(String pattern) {
    var detector = Detector.ofPattern(pattern);
    for (var text : List.of("a".repeat(65_536), "x".repeat(65_536), "a!".repeat(32_768))) {
      var watch = Stopwatch.start();
      assertEquals(List.of(), found(detector, text));
      System.out.printf("%s on 64 KiB: %d ms%n", pattern, watch.millis());
    }
  }

  private static List<String> found(Detector detector, String text) {
    var all = new ArrayList<String>();
    for (var next = detector.find(text, 0);
        next.isPresent();
        next = detector.find(text, next.get().to())) {
      all.add(text.substring(next.get().from(), next.get().to()));
    }
    return all;
  }
}
