package dev.parley.retrieval.ingest.parse.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.retrieval.ingest.parse.text.Shown;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReadCsvTest {
  private static List<String> rows(String text) {
    return Shown.blocks(ReadCsv.read(text));
  }

  @Test
  void quotesHoldSeparatorsAndLineBreaks() {
    assertEquals(
        List.of("TABLE_ROW: name | said", "TABLE_ROW: Ada, of London | a \"b\" c"),
        rows("name,said\r\n\"Ada, of London\",\"a \"\"b\"\"\nc\"\r\n"));
  }

  @Test
  void theFirstLineTellsTheSeparator() {
    assertEquals(List.of("TABLE_ROW: a | b,5 | c"), rows("a;b,5;c\n"));
    assertEquals(List.of("TABLE_ROW: a | b", "TABLE_ROW: c | d"), rows("a\tb\nc\td"));
    assertEquals(List.of("TABLE_ROW: x;y;z | 2"), rows("\"x;y;z\",2"));
  }

  @Test
  void whatIsNoTableIsReadAsText() {
    assertEquals(List.of("CODE: a,\"b\" c\nd"), rows("a,\"b\" c\nd"));
  }
}
