package dev.parley.gateway.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.Client;
import dev.parley.Product;
import dev.parley.testkit.Await;
import dev.parley.testkit.FakeProvider;
import dev.parley.testkit.Script;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// The library that OpenAI gives its callers, as it is, in front of us; `src/test/openai-sdk` has
/// its side of each conversation.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class OpenAiSdkIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration AT_ONCE = Duration.ofMillis(100);

  private static Vertx vertx;
  private static FakeProvider provider;
  private static Product product;
  private static String key;

  @BeforeAll
  static void start() {
    vertx = Vertx.vertx();
    provider = FakeProvider.start(vertx);
    product = Product.guarded("OPENAI_BASE_URL", provider.baseUrl().toString());
    var client = new Client(product.url());
    var owner =
        client.post(
            "/api/v1/setup",
            """
            {"token":"%s","workspace_name":"w","owner_name":"o",
             "owner_email":"o@example.org","owner_password":"a password of 4 words"}
            """
                .formatted(product.setupToken()));
    var made =
        client
            .as(owner.json().path("access_token").asText())
            .post("/api/v1/keys", "{\"name\":\"SDK\",\"scopes\":[\"models\"]}");
    key = made.json().path("text").asText();
    var _ = run("models"); // installs the library, where that has to be
  }

  @AfterAll
  static void stop() {
    product.close();
    provider.close();
    var _ = vertx.close();
  }

  @Test
  void getsAWholeAnswer() {
    provider.then(Script.stream().tokens(2, Duration.ZERO));

    var seen = run("whole");

    assertEquals("t t ", seen.path("text").asText(), seen::toString);
    assertEquals(3, seen.path("usage").path("total_tokens").asInt());
  }

  @Test
  void getsAStream() {
    provider.then(
        Script.stream().role().tokens(3, Duration.ZERO).finish("stop").usage(5, 3).done());

    var seen = run("stream");

    assertEquals("t0 t1 t2 ", seen.path("text").asText(), seen::toString);
    assertEquals("stop", seen.path("finish").asText());
    assertEquals(8, seen.path("usage").path("total_tokens").asInt());
  }

  @Test
  void putsToolCallsTogether() {
    provider.then(
        Script.stream()
            .data(
                tool(
                    "{\"index\":0,\"id\":\"a\",\"type\":\"function\","
                        + "\"function\":{\"name\":\"weather\",\"arguments\":\"\"}}"))
            .data(tool("{\"index\":0,\"function\":{\"arguments\":\"{\\\"city\\\":\"}}"))
            .data(tool("{\"index\":0,\"function\":{\"arguments\":\"\\\"Köln\\\"}\"}}"))
            .finish("tool_calls")
            .done());

    var seen = run("tools");

    assertEquals("tool_calls", seen.path("finish").asText(), seen::toString);
    var function = seen.path("calls").path(0).path("function");
    assertEquals("weather", function.path("name").asText());
    assertEquals("{\"city\":\"Köln\"}", function.path("arguments").asText());
  }

  private static String tool(String call) {
    return "{\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\"choices\":"
        + "[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"tool_calls\":["
        + call
        + "]},\"finish_reason\":null}]}";
  }

  @Test
  void closesTheProvidersSocketWhenTheCallerLeaves() {
    provider.then(
        Script.stream().role().tokens(2_000, Duration.ofMillis(10)).finish("stop").done());
    var known = provider.exchanges().size();
    var closed = new AtomicReference<Instant>();
    var watch =
        Thread.ofVirtual()
            .start(() -> {
              Await.until("the call arrives", () -> provider.exchanges().size() > known);
              Await.end(provider.exchanges().getLast().closedEarly().future());
              closed.set(Instant.now());
            });

    var left = Instant.ofEpochMilli(run("abort").path("at").asLong());

    Await.until("the provider's socket closes", () -> !watch.isAlive());
    var late = Duration.between(left, closed.get());
    assertTrue(late.compareTo(AT_ONCE) < 0, "closed after " + late);
  }

  @Test
  void knowsOurErrors() {
    var unknown = run("unknown");
    assertEquals("NotFoundError", unknown.path("error").asText(), unknown::toString);
    assertEquals("model_not_found", unknown.path("code").asText());

    var stranger = run("whole", "not-a-key");
    assertEquals("AuthenticationError", stranger.path("error").asText(), stranger::toString);

    provider.then(Script.refusal(400, "{\"error\":{\"message\":\"odd\",\"code\":\"odd\"}}"));
    var refused = run("whole");
    assertEquals("BadRequestError", refused.path("error").asText(), refused::toString);
    assertEquals("odd", refused.path("code").asText());
  }

  @Test
  void timesOutWithoutLeavingASocketBehind() {
    provider.then(Script.stream().role().stall());

    var seen = run("timeout");

    assertEquals("APIConnectionTimeoutError", seen.path("error").asText(), seen::toString);
    Await.end(provider.exchanges().getLast().closedEarly().future());
  }

  @Test
  void listsModels() {
    var ids = run("models").path("ids");

    assertEquals("gpt-4o-mini", ids.path(0).asText(), ids::toString);
    assertEquals(2, ids.size());
  }

  @Test
  void getsTheSameVectorsInBothForms() {
    var seen = run("embeddings");

    assertEquals("[384,384]", seen.path("lengths").toString(), seen::toString);
    assertTrue(seen.path("difference").asDouble(1) < 1e-6, seen::toString);
    assertTrue(seen.path("tokens").asInt() > 0);
  }

  /// Afterwards the provider rests, so these come last.
  @Test
  @Order(Integer.MAX_VALUE - 1)
  void waitsAsLongAsItIsToldAndTriesAgain() {
    provider.then(Script.refusal(429, "{}").header("retry-after", "3"));
    provider.then(Script.stream().tokens(1, Duration.ZERO));

    var seen = run("retry");

    assertEquals("t ", seen.path("text").asText(), seen::toString);
    assertTrue(seen.path("ms").asInt() >= 3_000, seen::toString);
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void isToldHowLongToWait() {
    provider.then(Script.refusal(503, "{}"));
    provider.then(Script.refusal(503, "{}"));
    var broken = run("whole");
    assertEquals("InternalServerError", broken.path("error").asText(), broken::toString);
    assertEquals(503, broken.path("status").asInt());

    provider.then(Script.refusal(429, "{}").header("retry-after", "60"));
    var limited = run("whole");
    assertEquals("RateLimitError", limited.path("error").asText(), limited::toString);
    var wait = limited.path("wait").asInt();
    assertTrue(wait >= 60 && wait <= 72, limited::toString); // up to a fifth more, for each another
  }

  private static JsonNode run(String scenario) {
    return run(scenario, key);
  }

  private static JsonNode run(String scenario, String key) {
    try {
      var process =
          new ProcessBuilder(
                  "scripts/test-node.sh",
                  "src/test/openai-sdk",
                  "ask.mjs",
                  product.url() + "/v1",
                  key,
                  scenario)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
        return JSON.readTree(lines.readAllAsString());
      } finally {
        process.destroy();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
