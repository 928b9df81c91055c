package dev.parley.platform.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SseDecoderTest {
  record Case(String stream, List<String> events) {}

  static List<Case> streams() {
    return List.of(
        new Case("data: a\n\ndata: b\n\n", List.of("a", "b")),
        new Case("data: a\r\n\r\ndata: b\r\n\r\n", List.of("a", "b")),
        new Case("data: a\r\rdata: b\r\r", List.of("a", "b")),
        new Case("data: a\r\n\ndata: b\n\r\n", List.of("a", "b")),
        new Case("data:a\n\n", List.of("a")),
        new Case("data:  a\n\n", List.of(" a")),
        new Case("data\n\n", List.of("")),
        new Case("data: one\ndata: two\n\n", List.of("one\ntwo")),
        new Case(": a comment\n\ndata: a\n: another\n\n", List.of("a")),
        new Case("event: error\nid: 7\nretry: 10\ndata: a\n\n", List.of("error|a")),
        new Case("event: error\n\ndata: a\n\n", List.of("a")),
        new Case("\uFEFFdata: a\n\n", List.of("a")),
        new Case("data: naïve – 北京 😀\n\n", List.of("naïve – 北京 😀")),
        new Case("unknown: x\ndata: a\n\n", List.of("a")),
        new Case("data: whole\n\ndata: cut short\n", List.of("whole")),
        new Case("\n\n\n\r\n\r\r", List.of()));
  }

  @ParameterizedTest
  @MethodSource("streams")
  void readsTheSameEventsWhereverTheBytesAreCut(Case expected) {
    var bytes = expected.stream().getBytes(StandardCharsets.UTF_8);
    for (var cut = 0; cut <= bytes.length; cut++) {
      var found = new ArrayList<String>();
      var decoder = decoder(found);

      var _ = decoder.push(Arrays.copyOfRange(bytes, 0, cut));
      var _ = decoder.push(Arrays.copyOfRange(bytes, cut, bytes.length));

      assertEquals(expected.events(), found, "cut at " + cut);
    }
  }

  @ParameterizedTest
  @MethodSource("streams")
  void readsTheSameEventsByteByByte(Case expected) {
    var found = new ArrayList<String>();
    var decoder = decoder(found);

    for (var b : expected.stream().getBytes(StandardCharsets.UTF_8)) {
      var _ = decoder.push(new byte[] {b});
    }

    assertEquals(expected.events(), found);
  }

  @Test
  void stopsWhenTheReaderHasEnough() {
    var found = new ArrayList<String>();
    var decoder =
        new SseDecoder((_, data, length) -> {
          found.add(new String(data, 0, length, StandardCharsets.UTF_8));
          return false;
        });

    var wanted = decoder.push("data: a\n\ndata: b\n\n".getBytes(StandardCharsets.UTF_8));

    assertEquals(List.of("a"), found);
    assertEquals(false, wanted);
  }

  @Test
  void refusesALineWithoutEnd() {
    var decoder = decoder(new ArrayList<>());
    var piece = "x".repeat(64 << 10).getBytes(StandardCharsets.UTF_8);

    assertThrows(
        SseDecoder.TooLong.class,
        () -> {
          for (var i = 0; i < 17; i++) {
            var _ = decoder.push(piece);
          }
        });
  }

  @Test
  void refusesAnEventWithoutEnd() {
    var decoder = decoder(new ArrayList<>());
    var line = ("data: " + "x".repeat(1 << 10) + "\n").getBytes(StandardCharsets.UTF_8);

    assertThrows(
        SseDecoder.TooLong.class,
        () -> {
          for (var i = 0; i < 257; i++) {
            var _ = decoder.push(line);
          }
        });
  }

  private static SseDecoder decoder(List<String> found) {
    return new SseDecoder((name, data, length) ->
        found.add(
            (name.isEmpty() ? "" : name + "|")
                + new String(data, 0, length, StandardCharsets.UTF_8)));
  }
}
