package dev.parley.control.setting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.platform.http.HttpProblem;
import dev.parley.platform.http.Problem.Offence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class KindTest {
  private static final Kind<?> NUMBER = new Kind.Whole(1, 50, "passages");
  private static final Kind<?> CHOICE = new Kind.Choice(List.of("green", "blue"));
  private static final Kind<?> LINE = new Kind.Line(3);
  private static final Kind<?> LINES = new Kind.Lines(2, 5);

  private static final Setting<Integer> PASSAGES =
      new Setting<>("answers.passages", new Kind.Whole(1, 50, "passages"), 8, "about");
  private static final Setting<Boolean> PUBLIC =
      new Setting<>("sharing.public", new Kind.Switch(), false, "about");

  @ParameterizedTest
  @MethodSource
  void takes(Kind<?> kind, Object value, Object read) {
    assertEquals(Optional.empty(), kind.fault(value));
    assertEquals(read, kind.read(value));
  }

  static Stream<Arguments> takes() {
    return Stream.of(
        Arguments.of(new Kind.Switch(), true, true),
        Arguments.of(NUMBER, 1, 1),
        Arguments.of(NUMBER, 50, 50),
        Arguments.of(CHOICE, "blue", "blue"),
        Arguments.of(LINE, "", ""),
        Arguments.of(LINE, " äöü ", "äöü"),
        Arguments.of(LINE, "😀😀😀", "😀😀😀"),
        Arguments.of(LINES, List.of(), List.of()),
        Arguments.of(LINES, List.of(" one ", "two"), List.of("one", "two")));
  }

  @ParameterizedTest
  @MethodSource
  void refuses(Kind<?> kind, Object value) {
    assertTrue(kind.fault(value).isPresent());
  }

  static Stream<Arguments> refuses() {
    return Stream.of(
        Arguments.of(new Kind.Switch(), "true"),
        Arguments.of(NUMBER, 0),
        Arguments.of(NUMBER, 51),
        Arguments.of(NUMBER, 8.0),
        Arguments.of(NUMBER, 8L),
        Arguments.of(NUMBER, "8"),
        Arguments.of(CHOICE, "red"),
        Arguments.of(LINE, "four"),
        Arguments.of(LINE, "a\nb"),
        Arguments.of(LINE, "a\0"),
        Arguments.of(LINE, "\ud83d"),
        Arguments.of(LINE, "a\u2028b"),
        Arguments.of(LINE, List.of("a")),
        Arguments.of(LINES, "one"),
        Arguments.of(LINES, List.of("one", "two", "three")),
        Arguments.of(LINES, List.of("longer")),
        Arguments.of(LINES, List.of(" ")),
        Arguments.of(LINES, List.of(1)));
  }

  @Test
  void everythingThatIsWrongWithAWishIsSaidAtOnce() {
    var values = new HashMap<String, @Nullable Object>();
    values.put("answers.passages", 0);
    values.put("sharing.public", "yes");
    values.put("of/nothing", 1);
    var wish = new Wish(0, values, null);

    var refusal =
        assertThrows(
            HttpProblem.Invalid.class, () -> wish.onto(Map.of(), List.of(PASSAGES, PUBLIC)));

    assertEquals(
        List.of("/values/answers.passages", "/values/of~1nothing", "/values/sharing.public"),
        refusal.offences().stream().map(Offence::pointer).sorted().toList());
  }

  @Test
  void whatIsNotNamedStaysAndNullIsTheDefault() {
    var values = new HashMap<String, @Nullable Object>();
    values.put("sharing.public", null);
    var chosen =
        Map.<String, Object>of("answers.passages", 9, "sharing.public", true, "old.key", 1);

    var after = new Wish(0, values, null).onto(chosen, List.of(PASSAGES, PUBLIC));

    assertEquals(Map.of("answers.passages", 9, "old.key", 1), after);
    assertEquals(
        List.of(new Difference("sharing.public", true, false)),
        Difference.between(chosen, after, List.of(PASSAGES, PUBLIC)));
  }

  @Test
  void aDefaultOutsideTheBoundsIsNoSetting() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Setting<>("answers.passages", new Kind.Whole(1, 5, "passages"), 8, "about"));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Setting<>("Passages", new Kind.Switch(), true, "about"));
  }
}
