package dev.parley.platform.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SpellingTest {
  private static final List<String> KNOWN = List.of("http.port", "http.host", "log.level");

  @ParameterizedTest
  @CsvSource({"port,port,0", "prot,port,2", "por,port,1", "portt,port,1", "'',port,4", "a,b,1"})
  void countsLetters(String a, String b, int distance) {
    assertEquals(distance, Spelling.distance(a, b));
    assertEquals(distance, Spelling.distance(b, a));
  }

  @Test
  void suggestsTheNearest() {
    assertEquals(" (did you mean http.port?)", Spelling.hint("http.prot", KNOWN));
  }

  @Test
  void isSilentWhenNothingIsNear() {
    assertEquals("", Spelling.hint("database.url", KNOWN));
  }
}
