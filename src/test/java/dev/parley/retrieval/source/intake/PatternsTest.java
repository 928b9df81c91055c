package dev.parley.retrieval.source.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PatternsTest {

  @Test
  void aStarStandsForAnything() {
    assertTrue(Patterns.fits("/docs/*", "/docs/"));
    assertTrue(Patterns.fits("/docs/*/x", "/docs/a/b/x"));
    assertTrue(Patterns.fits("*.md", "/a.md"));
    assertFalse(Patterns.fits("/docs/*", "/doc/x"));
    assertFalse(Patterns.fits("/docs", "/docs/x"));
  }

  @Test
  void whatIsLeftOutIsLeftOut() {
    var patterns = new Patterns(List.of("/docs/*"), List.of("*/old/*"));

    assertEquals(
        List.of(true, false, false),
        List.of("/docs/a", "/docs/old/a", "/blog/a").stream().map(patterns::admit).toList());
  }

  @Test
  void patternsCannotBeSlow() {
    var pattern = "*a".repeat(200) + "b";

    var fits = assertTimeout(Duration.ofSeconds(1), () -> Patterns.fits(pattern, "a".repeat(1000)));

    assertFalse(fits);
  }
}
