package dev.parley.retrieval.ingest.parse.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ReadTextTest {
  @Test
  void paragraphsStandBetweenEmptyLines() {
    var document = ReadText.read("First  line\r\nsecond line\r\n\r\n\r\n  Another one. \n");

    assertEquals(
        List.of("PARAGRAPH: First line\nsecond line", "PARAGRAPH: Another one."),
        Shown.blocks(document));
    assertEquals("First line\nsecond line\n\nAnother one.", document.text());
    assertNull(document.title());
  }

  @Test
  void verbatimTextKeepsItsIndentation() {
    var document = ReadText.verbatim("a:\n  - b\n\n  - c\n");

    assertEquals(List.of("CODE: a:\n  - b\n\n  - c"), Shown.blocks(document));
  }

  @Test
  void offsetsCountCodePoints() {
    var document = ReadText.read("😀😀\n\nb");

    assertEquals(2, document.blocks().getFirst().end());
    assertEquals(4, document.blocks().getLast().start());
  }
}
