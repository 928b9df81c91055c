package dev.parley.retrieval.source.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class AddressTest {
  private static final Address PAGE = Address.of("https://a.example/docs/one/two").orElseThrow();

  @Test
  void spellingsOfOnePageHaveOneName() {
    for (var spelling :
        List.of(
            "https://a.example/docs/x",
            "HTTPS://A.Example:443/docs/x/",
            "https://a.example/docs/x#part",
            "https://a.example/docs/./y/../x/index.html",
            "https://a.example//docs/%78?utm_source=mail&fbclid=1",
            " https://a.example/docs/x\n")) {
      assertEquals("https://a.example/docs/x", Address.of(spelling).orElseThrow().name(), spelling);
    }
  }

  @Test
  void parametersAreKeptInOrderOfTheirNames() {
    var page = Address.of("https://a.example/?b=2&a=1&utm_medium=x").orElseThrow();

    assertEquals("https://a.example/?b=2&a=1", page.url());
    assertEquals("https://a.example/?a=1&b=2", page.name());
  }

  @Test
  void linksAreFollowedAsBrowsersDo() {
    assertEquals("https://a.example/docs/one/three", to("three"));
    assertEquals("https://a.example/docs/three", to("../three"));
    assertEquals("https://a.example/", to("../../../../"));
    assertEquals("https://b.example/x", to("//b.example/x"));
    assertEquals("https://a.example/docs/one/two?q=1", to("?q=1"));
    assertEquals("https://a.example/docs/one/two", to("#top"));
    assertEquals("https://a.example/a%20b/%C3%A4", to("/a b/ä"));
  }

  private static String to(String link) {
    return PAGE.resolve(link).orElseThrow().url();
  }

  @Test
  void whatIsNoPageIsNoAddress() {
    for (var link :
        List.of(
            "mailto:a@b.example",
            "javascript:void(0)",
            "data:text/html,x",
            "ftp://a.example/",
            "http://user@a.example/",
            "http:///x",
            "http://[::1",
            "/" + "x".repeat(2000))) {
      assertTrue(PAGE.resolve(link).isEmpty(), link);
    }
  }
}
