package dev.parley.gateway.provider.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The expected numbers are those of the reference tokenizer for the same vocabulary.
final class WordPieceTest {
  private static final WordPiece TOKENS = WordPiece.load("/bge-small-en-v1.5-q-tokenizer.json");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Hello, World!                      | 101 7592 1010 2088 999 102
          Crème brûlée à la carte            | 101 13675 21382 7987 9307 2063 1037 2474 11122 2063 102
          unaffable embeddings               | 101 14477 20961 3468 7861 8270 4667 2015 102
          北京2024年                          | 101 1781 1755 16798 2549 1840 102
          don“t re-run x_y                   | 101 2123 1523 1056 2128 1011 2448 1060 1035 1061 102
          İstanbul ΟΔΟΣ                      | 101 9960 1169 29722 29730 29733 102
          supercalifragilisticexpialidocious | 101 3565 9289 10128 29181 24411 4588 10288 19312 21273 10085 6313 102
          fi 😀                              | 101 10882 100 102
          """)
  void splitsLikeTheReference(String text, String expected) {
    var want = Arrays.stream(expected.split(" ")).mapToInt(Integer::parseInt).toArray();

    assertArrayEquals(want, TOKENS.encode(text, 512));
  }

  @Test
  void leavesOutWhatCannotBeSeen() {
    assertArrayEquals(
        new int[] {101, 5925, 2094, 102}, TOKENS.encode("a\u200bb\u00adc\ufffdd", 512));
    assertArrayEquals(new int[] {101, 102}, TOKENS.encode(" \t\n", 512));
  }

  @Test
  void readsMarkersInATextAsCharacters() {
    assertArrayEquals(new int[] {101, 1031, 19802, 1033, 102}, TOKENS.encode("[SEP]", 512));
  }

  @Test
  void makesOneUnknownOfAWordThatIsTooLong() {
    assertArrayEquals(new int[] {101, 100, 102}, TOKENS.encode("x".repeat(101), 512));
  }

  @Test
  void keepsTheMarkersWhenItCutsALongText() {
    var ids = TOKENS.encode("word ".repeat(2_000), 512);

    assertEquals(512, ids.length);
    assertEquals(101, ids[0]);
    assertEquals(102, ids[511]);
  }

  @Test
  void countsWithoutLimitAndWithoutMarkers() {
    assertEquals(2_000, TOKENS.count("word ".repeat(2_000)));
    assertEquals(0, TOKENS.count(""));
  }
}
