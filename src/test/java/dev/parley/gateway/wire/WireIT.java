package dev.parley.gateway.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.Client;
import dev.parley.Client.Reply;
import dev.parley.Product;
import dev.parley.testkit.FakeProvider;
import dev.parley.testkit.Script;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// The API of OpenAI in front of a provider that does what it is told.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class WireIT {
  private static final String CHAT = "/v1/chat/completions";
  private static final String QUESTION =
      "{\"model\":\"gpt-4o-mini\",\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]%s}";

  private static Vertx vertx;
  private static FakeProvider provider;
  private static Product product;
  private static Client client;

  @BeforeAll
  static void start() {
    vertx = Vertx.vertx();
    provider = FakeProvider.start(vertx);
    product =
        Product.with(
            Map.of(
                "OPENAI_BASE_URL",
                provider.baseUrl().toString(),
                "OPENAI_API_KEY",
                "the-key-of-the-provider",
                "LLM_FALLBACK_MODEL",
                "spare",
                "RATE_LIMIT_REQUESTS",
                "100000"));
    client = new Client(product.url());
  }

  @AfterAll
  static void stop() {
    product.close();
    provider.close();
    var _ = vertx.close();
  }

  @Test
  void handsAnAnswerOnAsItIs() {
    var body =
        "{ \"id\":\"x\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"yes\"},"
            + "\"finish_reason\":\"stop\"}], \"usage\":{\"prompt_tokens\":5,\"completion_tokens\":1},"
            + "\"system_fingerprint\":null,\"from_the_future\":[1.50,{}]}";
    provider.then(Script.refusal(200, body));

    var reply = client.post(CHAT, QUESTION.formatted(",\"seed\":7,\"new_field\":{\"a\":[1.0]}"));

    assertEquals(200, reply.status(), reply.body());
    assertEquals(body, reply.body());
    var seen = provider.exchanges().getLast();
    assertEquals("Bearer the-key-of-the-provider", seen.authorization());
    assertEquals(7, seen.body().getInteger("seed"));
    assertEquals("{\"a\":[1.0]}", seen.body().getJsonObject("new_field").encode());
    assertEquals("openai/gpt-4o-mini=completed", reply.header("x-parley-tried"));
  }

  @Test
  void handsAStreamOnEventByEvent() {
    provider.then(
        Script.stream().role().tokens(3, Duration.ZERO).finish("stop").usage(5, 3).done());

    var reply = client.post(CHAT, QUESTION.formatted(",\"stream\":true"));

    assertTrue(reply.body().endsWith("data: [DONE]\n\n"), reply.body());
    assertEquals(3, count(reply.body(), "\"content\":\"t"));
    assertFalse(reply.body().contains("\"usage\""), "nobody asked for the count");
    var asked = provider.exchanges().getLast().body();
    assertTrue(asked.getJsonObject("stream_options").getBoolean("include_usage"));
  }

  /// Requests with an id of their own can be looked up: what was tried, and what each cost.
  @Test
  void explainsWhatARequestCaused() {
    provider.then(Script.refusal(500, "{\"error\":{\"message\":\"no\"}}"));
    provider.then(
        Script.refusal(
            200,
            "{\"choices\":[{\"message\":{\"content\":\"y\"},\"finish_reason\":\"stop\"}],"
                + "\"usage\":{\"prompt_tokens\":5,\"completion_tokens\":1,\"by\":\"them\"}}"));

    var asked = client.post(CHAT, QUESTION.formatted(",\"seed\":1"));
    var id = asked.header("x-request-id");
    var why = client.get("/api/v1/admin/usage/calls/" + id);

    assertEquals(200, why.status(), why.body());
    var attempts = why.json().path("attempts");
    assertEquals(2, attempts.size(), why.body());
    assertEquals("overloaded", attempts.at("/0/outcome").asText());
    assertEquals("openai/gpt-4o-mini", attempts.at("/0/target").asText());
    assertEquals("completed", attempts.at("/1/outcome").asText());
    assertEquals("openai/gpt-4o-mini", attempts.at("/1/target").asText());
    assertEquals("them", attempts.at("/1/raw_usage/by").asText(), why.body());
    assertEquals(5, attempts.at("/1/usage/input").asInt());
    assertEquals(404, client.get("/api/v1/admin/usage/calls/nobody-asked").status());
  }

  @Test
  void givesTheCountToWhoAsksForIt() {
    provider.then(
        Script.stream().role().tokens(3, Duration.ZERO).finish("stop").usage(5, 3).done());

    var wish = ",\"stream\":true,\"stream_options\":{\"include_usage\":true}";
    var reply = client.post(CHAT, QUESTION.formatted(wish));

    assertTrue(reply.body().contains("\"usage\""), reply.body());
  }

  @Test
  void triesTheNextModelUnseen() {
    provider.then(Script.stream().role());
    provider.then(Script.stream().role().tokens(2, Duration.ZERO).finish("stop").done());

    var reply = client.post(CHAT, QUESTION.formatted(",\"stream\":true"));

    assertEquals(200, reply.status(), reply.body());
    assertEquals(2, count(reply.body(), "\"content\":\"t"));
    assertEquals("spare", provider.exchanges().getLast().body().getString("model"));
    assertEquals(
        "openai/gpt-4o-mini=interrupted, openai/spare=answering", reply.header("x-parley-tried"));
  }

  @Test
  void tellsOfACutOnceAndWithoutDone() {
    provider.then(Script.stream().role().tokens(2, Duration.ZERO).cut());

    var body = client.post(CHAT, QUESTION.formatted(",\"stream\":true")).body();

    assertEquals(1, count(body, "\"error\""), body);
    assertTrue(body.contains("stream_interrupted"), body);
    assertFalse(body.contains("[DONE]"), body);
  }

  @Test
  void passesARefusalOn() {
    var error =
        "{\"error\":{\"message\":\"no such tool\",\"type\":\"invalid_request_error\",\"param\":\"tools\","
            + "\"code\":\"bad_tool\"}}";
    provider.then(Script.refusal(400, error));

    var reply = client.post(CHAT, QUESTION.formatted(""));

    assertEquals(400, reply.status());
    assertEquals(error, reply.body());
  }

  /// Afterwards the keys rest, so it comes last.
  @Test
  @Order(Integer.MAX_VALUE)
  void doesNotShowWhatTheProviderSaysOfItsKey() {
    var error = "{\"error\":{\"message\":\"Incorrect key sk-abc\",\"code\":\"invalid_api_key\"}}";
    provider.then(Script.refusal(403, error));
    provider.then(Script.refusal(403, error));

    var reply = client.post(CHAT, QUESTION.formatted(""));

    assertFalse(reply.body().contains("sk-abc"), reply.body());
    assertTrue(reply.status() >= 500, reply.body());
  }

  @Test
  void refusesWhatIsNoRequest() {
    for (var body :
        new String[] {"", "[]", "{", "{}", "{\"model\":\"gpt-4o-mini\"}", "{\"a\":1}x"}) {
      var reply = client.post(CHAT, body);

      assertEquals(400, reply.status(), body);
      assertEquals("invalid_request_error", reply.json().path("error").path("type").asText());
    }
    var twice = QUESTION.formatted(",\"model\":\"other\"");
    assertEquals(400, client.post(CHAT, twice).status());
    var unknown = client.post(CHAT, QUESTION.formatted("").replace("gpt-4o-mini", "gpt-99"));
    assertEquals(404, unknown.status());
    assertEquals("model_not_found", unknown.json().path("error").path("code").asText());
  }

  @Test
  void answersWhatMeansTheSameFromTheCacheWhereThatIsWished() {
    var asked =
        "{\"model\":\"gpt-4o-mini\",\"cache\":{\"semantic\":0.93},\"messages\":["
            + "{\"role\":\"system\",\"content\":\"%s\"},{\"role\":\"user\",\"content\":\"%s\"}]}";
    var first = answered(asked.formatted("Be brief.", "How do I reset my password?"), "first");
    var alike = client.post(CHAT, asked.formatted("Be brief.", "How can I reset my password?"));
    var other = answered(asked.formatted("Be brief.", "Who won the cup in 2019?"), "other");
    var year = answered(asked.formatted("Be brief.", "Who won the cup in 2020?"), "year");
    var prompt = answered(asked.formatted("Be long.", "How do I reset my password?"), "prompt");
    var plain =
        answered(
            asked
                .formatted("Be brief.", "How could I reset my password?")
                .replace("\"semantic\":0.93", "\"mode\":\"on\""),
            "plain");

    assertEquals("similar", alike.header("x-parley-cache"), alike.body());
    assertEquals(first.body(), alike.body());
    for (var reply : List.of(first, other, year, prompt, plain)) {
      assertEquals("miss", reply.header("x-parley-cache"), reply.body());
    }
  }

  private static Reply answered(String question, String text) {
    provider.then(
        Script.refusal(
            200,
            "{\"choices\":[{\"message\":{\"content\":\"%s\"},\"finish_reason\":\"stop\"}]}"
                .formatted(text)));
    var reply = client.post(CHAT, question);
    assertTrue(reply.body().contains(text), reply.body());
    return reply;
  }

  @Test
  void answersEqualQuestionsWithOneCall() throws Exception {
    provider.then(
        Script.stream()
            .pause(Duration.ofMillis(700))
            .role()
            .tokens(20, Duration.ofMillis(10))
            .finish("stop")
            .usage(5, 20)
            .done());
    var question = QUESTION.formatted(",\"stream\":true,\"temperature\":0,\"seed\":1");
    var before = provider.exchanges().size();

    var bodies =
        IntStream.range(0, 40)
            .mapToObj(_ -> Thread.ofVirtual())
            .map(builder -> {
              var task = new FutureTask<>(() -> client.post(CHAT, question).body());
              builder.start(task);
              return task;
            })
            .toList();
    var first = bodies.getFirst().get();
    for (var body : bodies) {
      assertEquals(first, body.get());
    }
    var again = client.post(CHAT, question.replace("\"seed\":1", "\"seed\": 1"));

    assertEquals(20, count(first, "\"content\":\"t"));
    assertEquals(before + 1, provider.exchanges().size());
    assertEquals("hit", again.header("x-parley-cache"));
    assertEquals(first, again.body());
  }

  @Test
  void keepsTheCacheOutWhereNobodyMayReuse() {
    for (var i = 0; i < 2; i++) {
      provider.then(Script.refusal(200, "{\"choices\":[],\"n\":" + i + "}"));
      var reply = client.post(CHAT, QUESTION.formatted(",\"temperature\":0.5,\"seed\":2"));

      assertEquals(i, new JsonObject(reply.body()).getInteger("n"));
      assertEquals("", reply.header("x-parley-cache"));
    }
  }

  @Test
  void doesNotHandOnTheWishForTheCache() {
    provider.then(Script.refusal(200, "{\"choices\":[]}"));

    var wish = ",\"cache\":{\"mode\":\"write\",\"max_age\":5},\"seed\":3";
    var reply = client.post(CHAT, QUESTION.formatted(wish));

    assertEquals(200, reply.status(), reply.body());
    assertEquals("miss", reply.header("x-parley-cache"));
    var seen = provider.exchanges().getLast().body();
    assertFalse(seen.containsKey("cache"), seen.encode());
    assertEquals(3, seen.getInteger("seed"));
  }

  @Test
  void makesVectorsInThisProcess() {
    var models = client.get("/v1/models").json().path("data");
    var local = models.get(models.size() - 1).path("id").asText();

    var reply =
        client.post(
            "/v1/embeddings", "{\"model\":\"%s\",\"input\":[\"a\",\"b\"]}".formatted(local));

    assertEquals(200, reply.status(), reply.body());
    assertEquals(2, reply.json().path("data").size());
    assertEquals(384, reply.json().path("data").get(1).path("embedding").size());
  }

  private static int count(String text, String part) {
    return (text.length() - text.replace(part, "").length()) / part.length();
  }
}
