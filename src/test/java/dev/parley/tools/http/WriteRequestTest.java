package dev.parley.tools.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.platform.http.outbound.OutboundRequest;
import dev.parley.tools.tool.ArgumentSchema;
import dev.parley.tools.tool.Arguments;
import dev.parley.tools.tool.HttpTarget;
import dev.parley.tools.tool.HttpTarget.Place;
import dev.parley.tools.tool.ToolProblem;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WriteRequestTest {
  private static final String HOST = "https://api.example.org:8443";
  private static final HttpTarget GET =
      new HttpTarget("GET", HOST + "/v1/orders/{id}?units=metric", Map.of("X-Trace", Place.HEADER));

  @Test
  void argumentsGoWhereTheyBelong() {
    var get = write(GET, "{\"id\":\"AB 1\",\"days\":3,\"tag\":[\"x&y\",\"z\"],\"X-Trace\":\"t\"}");
    var post =
        write(
            new HttpTarget("post", HOST + "/{a}/x", Map.of("q", Place.QUERY)),
            "{\"a\":1,\"b\":{\"c\":true},\"q\":\"é\"}");

    assertEquals(HOST + "/v1/orders/AB%201?units=metric&days=3&tag=x%26y&tag=z", get.url());
    assertEquals("t", get.headers().get("x-trace"));
    assertEquals(HOST + "/1/x?q=%C3%A9", post.url());
    assertEquals(new JsonObject("{\"b\":{\"c\":true}}"), new JsonObject(post.body()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@evil.example",
        "//evil.example",
        "/../../admin",
        "..%2f..%2fadmin",
        "\\\\evil.example",
        "x?host=evil",
        "x#@evil.example",
        ":80@evil.example",
        "x%00",
        "x\r\nHost: evil.example",
        "\u2025/\uFF0E\uFF0E/",
        "http://evil.example/"
      })
  void noValueLeavesItsPlace(String value) {
    var json = new JsonObject().put("id", value).put("days", value).encode();

    var url = URI.create(write(GET, json).url());

    assertEquals("api.example.org", url.getHost());
    assertEquals(8443, url.getPort());
    assertTrue(url.getRawPath().matches("/v1/orders/[^/]+"), url::getRawPath);
    assertEquals(2, url.getRawQuery().split("&").length, url::getRawQuery);
    assertEquals(null, url.getRawFragment());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\".\"", "\"..\"", "\"\"", "{}", "[1]"})
  void thePathNeverGoesUp(String value) {
    assertThrows(ToolProblem.BadArguments.class, () -> write(GET, "{\"id\":" + value + "}"));
  }

  @Test
  void aHeaderTakesPlainLettersOnly() {
    assertThrows(
        ToolProblem.BadArguments.class,
        () -> write(GET, "{\"id\":\"1\",\"X-Trace\":\"a\\r\\nX-Admin: 1\"}"));
    assertFalse(CheckTarget.mayBeSet("Authorization", false));
    assertFalse(CheckTarget.mayBeSet("Host", true));
    assertTrue(CheckTarget.mayBeSet("Authorization", true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://{id}/x",
        "https://{id}.example.org/x",
        "https://example.org@evil.example/{id}",
        "https://example.org:{id}/",
        "ftp://example.org/{id}",
        "https://example.org/../{id}",
        "https://example.org/%2e%2e/{id}",
        "https://example.org/x?y={id}",
        "https://example.org/{other}",
        "https://example.org/{id}#x",
        "example.org/{id}"
      })
  void noArgumentNamesTheServer(String url) {
    var schema =
        ArgumentSchema.read("{\"type\":\"object\",\"properties\":{\"id\":{\"type\":\"string\"}}}");

    assertFalse(CheckTarget.of(new HttpTarget("GET", url, Map.of()), schema).isEmpty(), url);
  }

  private static OutboundRequest write(HttpTarget target, String arguments) {
    return WriteRequest.of(target, Arguments.read(arguments), Map.of());
  }
}
