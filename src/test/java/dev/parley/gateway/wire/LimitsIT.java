package dev.parley.gateway.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.Client;
import dev.parley.Client.Reply;
import dev.parley.Product;
import dev.parley.testkit.Await;
import dev.parley.testkit.FakeProvider;
import dev.parley.testkit.Script;
import dev.parley.testkit.StreamReader;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What callers of the API of OpenAI meet when a limit or a budget says no.
final class LimitsIT {
  private static final String CHAT = "/v1/chat/completions";
  private static final String ADMIN = "/api/v1/admin/";

  private static Vertx vertx;
  private static FakeProvider provider;
  private static Product product;
  private static Client client;
  private String added = "";

  @BeforeAll
  static void start() {
    vertx = Vertx.vertx();
    provider =
        FakeProvider.start(
            vertx,
            0,
            () ->
                Script.stream().role().tokens(3, Duration.ZERO).finish("stop").usage(5, 3).done());
    product =
        Product.with(
            Map.of(
                "OPENAI_BASE_URL", provider.baseUrl().toString(), "LLM_MODEL", "unpriced-model"));
    client = new Client(product.url());
  }

  @AfterAll
  static void stop() {
    product.close();
    provider.close();
    Await.end(vertx.close());
  }

  @AfterEach
  void takeAway() {
    assertEquals(204, client.delete(added).status());
  }

  private void limit(String fields) {
    add("limits", "{\"subject\":\"workspace\"," + fields + "}");
  }

  private void add(String kind, String json) {
    var reply = client.post(ADMIN + kind, json);
    assertEquals(201, reply.status(), reply.body());
    added = ADMIN + kind + "/" + reply.json().path("id").asText();
  }

  private static Reply ask(String more) {
    return client.post(CHAT, question(more));
  }

  private static String question(String more) {
    return "{\"model\":\"unpriced-model\",\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]%s}"
        .formatted(more);
  }

  @Test
  void tokensCountWhatWasUsedAndNotWhatWasFeared() {
    limit("\"tokens_per_window\":400,\"window_seconds\":3600");

    for (var i = 0; i < 10; i++) {
      var reply = ask(",\"max_tokens\":200");
      assertEquals(200, reply.status(), reply.body());
    }
    var before = provider.exchanges().size();
    var refused = ask(",\"max_tokens\":390");

    assertRefused(refused, before);
  }

  @Test
  void aCallWithoutABoundCountsAsTheLongestAnswerOfTheRoute() {
    limit("\"tokens_per_window\":100,\"window_seconds\":3600");
    assertEquals(200, ask(",\"max_tokens\":20").status());
    var before = provider.exchanges().size();

    assertRefused(ask(""), before);
  }

  @Test
  void soManyCallsRunAtOnceAndNoMore() {
    limit("\"concurrent\":1");
    provider.then(Script.stream().role().tokens(1, Duration.ZERO).stall());
    var running =
        StreamReader.ask(
            StreamReader.client(vertx),
            URI.create(product.url() + CHAT),
            "running",
            question(",\"stream\":true"),
            1,
            true);
    Await.of(running.marked());
    var before = provider.exchanges().size();

    assertRefused(ask(",\"max_tokens\":20"), before);
    running.leave();
    Await.until("the place is free", () -> ask(",\"max_tokens\":20").status() == 200);
  }

  private static void assertRefused(Reply refused, int asked) {
    assertEquals(429, refused.status(), refused.body());
    assertEquals("rate_limited", refused.json().path("error").path("code").asText());
    assertTrue(Long.parseLong(refused.header("retry-after")) >= 1, "when to come again");
    assertTrue(Long.parseLong(refused.header("ratelimit-limit")) > 0);
    assertEquals(asked, provider.exchanges().size(), "nobody was asked");
  }

  @Test
  void aModelWithoutAPriceIsRefusedUnderABudget() {
    add(
        "budgets",
        "{\"name\":\"all\",\"subject\":\"workspace\",\"period\":\"day\",\"limit_nano\":1000000000}");
    var before = provider.exchanges().size();

    var refused = ask("");

    assertEquals(403, refused.status(), refused.body());
    assertEquals("model_unpriced", refused.json().path("error").path("code").asText());
    assertEquals(before, provider.exchanges().size());
  }
}
