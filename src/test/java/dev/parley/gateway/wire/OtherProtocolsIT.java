package dev.parley.gateway.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.Client;
import dev.parley.Product;
import dev.parley.testkit.FakeProvider;
import dev.parley.testkit.dialect.AnthropicDialect;
import dev.parley.testkit.dialect.Dialect;
import dev.parley.testkit.dialect.Dialect.Counts;
import dev.parley.testkit.dialect.Dialect.Trouble;
import dev.parley.testkit.dialect.GeminiDialect;
import dev.parley.testkit.dialect.OllamaDialect;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The API of OpenAI in front of providers that speak something else.
final class OtherProtocolsIT {
  private static final String CHAT = "/v1/chat/completions";
  private static final String PROVIDERS = "/api/v1/admin/models/providers";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TOOLS =
      ",\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"weather\",\"parameters\":"
          + "{\"type\":\"object\",\"properties\":{\"city\":{\"type\":\"string\"}}}}}]";

  private static Vertx vertx;
  private static FakeProvider provider;
  private static Product product;
  private static Client client;

  /// @param model what callers ask for
  record Spoken(String model, Dialect dialect) {
    @Override
    public String toString() {
      return model;
    }
  }

  static Stream<Spoken> spoken() {
    return Stream.of(
        new Spoken("claude-test", new AnthropicDialect()),
        new Spoken("gem", new GeminiDialect()),
        new Spoken("llama", new OllamaDialect()));
  }

  @BeforeAll
  static void start() {
    vertx = Vertx.vertx();
    provider = FakeProvider.start(vertx);
    product =
        Product.with(
            Map.of(
                "ANTHROPIC_BASE_URL",
                provider.origin() + "/v1",
                "ANTHROPIC_API_KEY",
                "the-key-of-the-provider",
                "LLM_MODEL",
                "claude-test"));
    client = new Client(product.url());
    add("gem", "gemini", provider.origin() + "/v1beta");
    add("llama", "ollama", provider.origin().toString());
  }

  private static void add(String name, String kind, String url) {
    var made =
        client.post(
            PROVIDERS,
            "{\"name\":\"%s\",\"kind\":\"%s\",\"base_url\":\"%s\",\"keys\":[{\"label\":\"main\",\"key\":\"k-of-%s\"}]}"
                .formatted(name, kind, url, name));
    assertEquals(201, made.status(), made.body());
    var target =
        "{\"provider_id\":\"%s\",\"model\":\"m\",\"tier\":1}"
            .formatted(made.json().path("id").asText());
    var route =
        client.send("PUT", "/api/v1/admin/models/routes/" + name, "{\"targets\":[" + target + "]}");
    assertEquals(200, route.status(), route.body());
  }

  @AfterAll
  static void stop() {
    product.close();
    provider.close();
    var _ = vertx.close();
  }

  @ParameterizedTest
  @MethodSource("spoken")
  void answersWhole(Spoken spoken) {
    var script = spoken.dialect().begin(9, 0);
    spoken.dialect().thinking(script, "hm");
    spoken.dialect().text(script, "yes");
    spoken.dialect().finish(script, "stop", new Counts(9, 0, 3, 0));
    provider.then(script);

    var reply = client.post(CHAT, question(spoken, ""));

    assertEquals(200, reply.status(), reply.body());
    var choice = reply.json().path("choices").path(0);
    assertEquals("yes", choice.path("message").path("content").asText());
    assertEquals("hm", choice.path("message").path("reasoning_content").asText());
    assertEquals("stop", choice.path("finish_reason").asText());
    assertEquals(9, reply.json().path("usage").path("prompt_tokens").asInt());
    assertEquals(3, reply.json().path("usage").path("completion_tokens").asInt());
  }

  @ParameterizedTest
  @MethodSource("spoken")
  void streamsToolCalls(Spoken spoken) throws IOException {
    var script = spoken.dialect().begin(9, 0);
    spoken.dialect().text(script, "well");
    spoken.dialect().tool(script, 0, "t1", "weather", JsonObject.of("city", "Köln"));
    spoken.dialect().tool(script, 1, "t2", "weather", JsonObject.of("city", "Bonn"));
    spoken.dialect().finish(script, "tool_calls", new Counts(9, 0, 3, 0));
    provider.then(script);

    var body = client.post(CHAT, question(spoken, TOOLS + ",\"stream\":true")).body();

    var chunks = chunks(body);
    var calls = new ArrayList<String>();
    for (var chunk : chunks) {
      for (var call : chunk.path("choices").path(0).path("delta").path("tool_calls")) {
        calls.add(call.toString());
      }
    }
    assertEquals(
        List.of(
            "{\"index\":0,\"id\":\"t1\",\"type\":\"function\",\"function\":{\"name\":\"weather\","
                + "\"arguments\":\"{\\\"city\\\":\\\"Köln\\\"}\"}}",
            "{\"index\":1,\"id\":\"t2\",\"type\":\"function\",\"function\":{\"name\":\"weather\","
                + "\"arguments\":\"{\\\"city\\\":\\\"Bonn\\\"}\"}}"),
        calls);
    var last = chunks.getLast().path("choices").path(0);
    assertEquals("tool_calls", last.path("finish_reason").asText());
    assertTrue(body.endsWith("data: [DONE]\n\n"), body);
  }

  @ParameterizedTest
  @MethodSource("spoken")
  void takesWhatToolsGave(Spoken spoken) {
    var script = spoken.dialect().begin(9, 0);
    spoken.dialect().text(script, "rain");
    spoken.dialect().finish(script, "stop", new Counts(9, 0, 3, 0));
    provider.then(script);
    var conversation =
        """
        {"model":"%s","messages":[{"role":"user","content":[{"type":"text","text":"look"},
          {"type":"image_url","image_url":{"url":"data:image/png;base64,aGk="}}]},
        {"role":"assistant","content":null,"tool_calls":[{"id":"t1","type":"function",
          "function":{"name":"weather","arguments":"{\\"city\\":\\"Köln\\"}"}}]},
        {"role":"tool","tool_call_id":"t1","content":"it rains"}]}
        """
            .formatted(spoken.model());

    var reply = client.post(CHAT, conversation);

    assertEquals(200, reply.status(), reply.body());
    var sent = provider.exchanges().getLast().body().encode();
    assertTrue(sent.contains("it rains") && sent.contains("aGk=") && sent.contains("Köln"), sent);
  }

  @ParameterizedTest
  @MethodSource("spoken")
  void tellsOfACutOnceAndWithoutDone(Spoken spoken) {
    var script = spoken.dialect().begin(9, 0);
    spoken.dialect().text(script, "half");
    provider.then(script.cut());

    var body = client.post(CHAT, question(spoken, ",\"stream\":true")).body();

    assertTrue(body.contains("half") && body.contains("stream_interrupted"), body);
    assertFalse(body.contains("[DONE]"), body);
  }

  @ParameterizedTest
  @MethodSource("spoken")
  void passesARefusalOnInOpenAisForm(Spoken spoken) {
    provider.then(spoken.dialect().refusal(Trouble.BAD_REQUEST, "no such thing"));

    var reply = client.post(CHAT, question(spoken, ""));

    assertEquals(400, reply.status(), reply.body());
    var error = reply.json().path("error");
    assertEquals("no such thing", error.path("message").asText());
    assertEquals("invalid_request_error", error.path("type").asText());
  }

  @ParameterizedTest
  @MethodSource("spoken")
  void refusesWhatItCannotTranslate(Spoken spoken) {
    var before = provider.exchanges().size();
    for (var wish :
        List.of(
            ",\"n\":2",
            ",\"logprobs\":true",
            ",\"logit_bias\":{\"1\":2}",
            ",\"max_tokens\":\"many\"",
            ",\"tools\":[{\"type\":\"custom\"}]")) {
      var reply = client.post(CHAT, question(spoken, wish));

      assertEquals(400, reply.status(), wish + reply.body());
    }
    assertEquals(before, provider.exchanges().size());
  }

  @Test
  void aProviderIsTried() {
    var dialect = new GeminiDialect();
    var script = dialect.begin(1, 0);
    dialect.text(script, "ready");
    dialect.finish(script, "stop", new Counts(1, 0, 1, 0));
    provider.then(script);
    var all = client.get("/api/v1/admin/models").json().path("providers");
    var id = "";
    for (var one : all) {
      id = one.path("name").asText().equals("gem") ? one.path("id").asText() : id;
    }

    var tried = client.post(PROVIDERS + "/" + id + "/test", "{\"model\":\"m\"}");

    assertTrue(tried.json().path("results").path(0).path("ok").asBoolean(), tried.body());
    assertEquals("k-of-gem", provider.exchanges().getLast().authorization());
  }

  private static String question(Spoken spoken, String wishes) {
    return "{\"model\":\"%s\",\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]%s}"
        .formatted(spoken.model(), wishes);
  }

  private static List<JsonNode> chunks(String body) throws IOException {
    var chunks = new ArrayList<JsonNode>();
    for (var line : body.split("\n", -1)) {
      if (line.startsWith("data: {")) {
        chunks.add(JSON.readTree(line.substring(6)));
      }
    }
    return chunks;
  }
}
