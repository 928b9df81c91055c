package dev.parley.platform.http.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a sender may say in headers, and what of it a stranger is told.
final class OutboundRequestTest {
  @Test
  void tellsStrangersNothingThatCouldBeACredential() {
    var request =
        with(
            Map.of(
                "Authorization", "Bearer a",
                "Cookie", "a=b",
                "X-Api-Key", "a",
                "Accept", "text/html",
                "User-Agent", "Parley"));

    assertEquals(Map.of("Accept", "text/html", "User-Agent", "Parley"), request.harmlessHeaders());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Host", "Content-Length", "Transfer-Encoding", "Connection", "Accept-Encoding"})
  void leavesTheConnectionToTheClient(String name) {
    assertThrows(IllegalArgumentException.class, () -> with(Map.of(name, "a")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nHost: b", "a\nb", "a\u0000", "ü", "a\u007f"})
  void refusesValuesThatBreakTheLine(String value) {
    assertThrows(IllegalArgumentException.class, () -> with(Map.of("x-note", value)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a:b", "a\r\n", "ü"})
  void refusesNamesThatAreNone(String name) {
    assertThrows(IllegalArgumentException.class, () -> with(Map.of(name, "a")));
  }

  private static OutboundRequest with(Map<String, String> headers) {
    return new OutboundRequest(HttpMethod.GET, "http://a.example/", headers, Buffer.buffer());
  }
}
