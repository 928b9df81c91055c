package dev.parley.retrieval.ingest.split;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class WordPieceEstimateTest {
  private final TokenCount estimate = new WordPieceEstimate();

  @Test
  void wordsCountByTheirLengthAndSignsAsOne() {
    assertEquals(0, estimate.count(" \n\t"));
    assertEquals(3, estimate.count("the cat."));
    assertEquals(2, estimate.count("configured"));
    assertEquals(10, estimate.count("a".repeat(30)));
    assertEquals(1, estimate.count("404"));
    assertEquals(4, estimate.count("8080 8443"));
  }

  @Test
  void lettersOfOtherScriptsCountOneEach() {
    assertEquals(4, estimate.count("検索拡張"));
    assertEquals(3, estimate.count("мир"));
    assertEquals(2, estimate.count("😀 😀"));
  }
}
