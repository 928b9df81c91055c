package dev.parley.retrieval.ingest.parse.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class CleanTextTest {
  @Test
  void proseHasOneBlankBetweenWordsAndNoEmptyLines() {
    assertEquals("one two\nthree", CleanText.prose("  one\t\u00A0 two \n \n\n three\u2003"));
  }

  @Test
  void proseIsInNormalFormC() {
    assertEquals("caf\u00E9", CleanText.prose("cafe\u0301"));
  }

  @Test
  void whatHidesTextFromReadersIsRemoved() {
    var hidden =
        "pay\u00ADment\u200B \u202Eevil\u202C \u0000\u0007" + Character.toString(0xE0041) + "!";
    assertEquals("payment evil !", CleanText.prose(hidden));
  }

  @Test
  void emojiOfSeveralPartsStayWhole() {
    var family = "👩\u200D👩\u200D👧 ❤\uFE0F";
    assertEquals(family, CleanText.prose(family));
  }

  @Test
  void halvesOfSurrogatePairsBecomeReplacementCharacters() {
    assertEquals("a\uFFFDb", CleanText.prose("a\uD83Db"));
  }

  @Test
  void codeKeepsItsBlanksAndLosesTheEmptyLinesAroundIt() {
    assertEquals("  if x:\n\n\treturn  1", CleanText.code("\n \n  if x:\r\n\r\n\treturn  1\n\n"));
  }

  @Test
  void aLineIsCutAtCodePoints() {
    assertEquals("😀😀", CleanText.line("😀😀\n😀", 2));
  }
}
