package dev.parley.identity.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SafePlaceTest {
  @ParameterizedTest
  @ValueSource(strings = {"/", "/c/1", "/c/1?tab=sources&at=%2F#top", "/a//b"})
  void placesOfThisSiteStay(String place) {
    assertEquals(place, SafePlace.of(place));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "c/1",
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/c\\..\\evil",
        "/\t/evil.example",
        "/\n/evil.example",
        "/c\r\nSet-Cookie: a=b",
        "https://evil.example",
        "javascript:alert(1)",
        "/ä",
        " /"
      })
  void allElseLeadsToTheStartPage(String place) {
    assertEquals("/", SafePlace.of(place));
  }
}
