package dev.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.testkit.FakeProvider;
import dev.parley.testkit.OtlpCollector;
import dev.parley.testkit.Script;
import io.vertx.core.Vertx;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Spans of a request, from its caller to the model, as they arrive at a collector.
final class TracingIT {
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String ANSWER =
      "{\"choices\":[{\"message\":{\"content\":\"y\"},\"finish_reason\":\"stop\"}],"
          + "\"usage\":{\"prompt_tokens\":5,\"completion_tokens\":2}}";
  private static final String QUESTION =
      "{\"model\":\"gpt-4o-mini\",\"messages\":[{\"role\":\"user\",\"content\":\"a secret\"}]}";

  private static Vertx vertx;
  private static FakeProvider provider;
  private static OtlpCollector collector;
  private static Product product;
  private static Client client;

  @BeforeAll
  static void start() {
    vertx = Vertx.vertx();
    provider = FakeProvider.start(vertx);
    collector = OtlpCollector.start(vertx);
    product =
        Product.with(
            Map.of(
                "OPENAI_BASE_URL", provider.baseUrl().toString(),
                "OPENAI_API_KEY", "the-key-of-the-provider",
                "OTEL_EXPORTER_OTLP_ENDPOINT", collector.url(),
                "OTEL_EXPORTER_OTLP_HEADERS", "x-tenant=blue",
                "TRACE_SAMPLING_RATE", "1"));
    client = new Client(product.url());
  }

  @AfterAll
  static void stop() {
    product.close();
    collector.close();
    provider.close();
    var _ = vertx.close();
  }

  @Test
  void aCallIsOneTraceFromTheCallerToTheModel() throws Exception {
    provider.then(Script.refusal(500, "{\"error\":{\"message\":\"no\"}}"));
    provider.then(Script.refusal(200, ANSWER));

    var reply =
        client.post(
            "/v1/chat/completions",
            QUESTION,
            "traceparent",
            "00-" + TRACE + "-00f067aa0ba902b7-01");

    assertEquals(200, reply.status(), reply.body());
    var spans = collector.await(TRACE, 3);
    var server = collector.named(TRACE, "POST /v1/chat/completions").getFirst();
    var asked = collector.named(TRACE, "chat gpt-4o-mini");
    assertEquals("00f067aa0ba902b7", server.parent());
    assertEquals(2, asked.size(), spans::toString);
    for (var attempt : asked) {
      assertEquals(server.id(), attempt.parent());
      assertEquals("openai", attempt.attributes().get("gen_ai.provider.name"));
    }
    var failed = asked.stream().filter(s -> s.attributes().containsKey("error.type")).toList();
    assertEquals(1, failed.size(), spans::toString);
    var good = asked.stream().filter(s -> !s.attributes().containsKey("error.type")).toList();
    assertEquals("5", good.getFirst().attributes().get("gen_ai.usage.input_tokens"));
    assertEquals("2", good.getFirst().attributes().get("gen_ai.usage.output_tokens"));
    var handedOn = provider.exchanges().getLast().traceparent();
    assertEquals("00-" + TRACE + "-" + good.getFirst().id() + "-01", handedOn);
    assertEquals("blue", collector.header("x-tenant"));
    assertFalse(spans.toString().contains("a secret"), spans::toString);
  }

  @Test
  void theCallersWishNotToBeTracedHolds() throws Exception {
    var quiet = "11111111111111111111111111111111";
    provider.then(Script.refusal(200, ANSWER));
    var _ =
        client.post(
            "/v1/chat/completions",
            QUESTION,
            "traceparent",
            "00-" + quiet + "-00f067aa0ba902b7-00");
    var loud = "22222222222222222222222222222222";
    provider.then(Script.refusal(200, ANSWER));
    var _ =
        client.post(
            "/v1/chat/completions", QUESTION, "traceparent", "00-" + loud + "-00f067aa0ba902b7-01");

    var _ = collector.await(loud, 2);
    assertTrue(collector.of(quiet).isEmpty());
    assertTrue(provider.exchanges().stream().anyMatch(e -> e.traceparent().contains(quiet)));
  }
}
