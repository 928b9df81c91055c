package dev.parley.retrieval.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class HighlightTest {

  @Test
  void marksTheWordsOfTheQuestionInTheirOwnForm() {
    assertEquals(List.of("Pumps", "engineers"), marked("Pumps of engineers", "pumping engineer"));
  }

  @Test
  void countsCodePointsNotUnits() {
    var text = "🦀🦀 crab, 👩‍👩‍👧 family, 𝒳 crab’s 🦀";

    var spans = Highlight.of(text, "crab");

    assertEquals(2, spans.size());
    assertEquals(new Highlight.Span(3, 7), spans.getFirst());
    assertEquals(List.of("crab", "crab’s"), marked(text, "crab"));
  }

  @Test
  void findsAccentsAndIdeographs() {
    assertEquals(List.of("café"), marked("Au café noir", "CAFÉ"));
    assertEquals(List.of("東", "京"), marked("ここは東京です", "東京"));
  }

  @Test
  void marksThePartOfANameOrTheWholeOfIt() {
    assertEquals(List.of("Retries"), marked("Set maxRetries to 3", "retry"));
    assertEquals(List.of("maxRetries"), marked("Set maxRetries to 3", "maxRetries"));
    assertEquals(List.of("yaml"), marked("🦀 in config.yaml", "which yaml"));
  }

  @Test
  void stopWordsAreNotMarked() {
    assertEquals(List.of(), marked("to be or not to be", "to be or not to be"));
  }

  @Test
  void marksAreBounded() {
    var spans = Highlight.of("pump ".repeat(50_000), "pump");

    assertEquals(1000, spans.size());
    assertTrue(spans.getLast().end() < 100_000);
  }

  private static List<String> marked(String text, String question) {
    var points = text.codePoints().toArray();
    return Highlight.of(text, question).stream()
        .map(span -> new String(points, span.start(), span.end() - span.start()))
        .toList();
  }
}
