package dev.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.testkit.FakeProvider;
import dev.parley.testkit.Script;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What no longer fits into a prompt is told in short, and paid for under its own name.
final class SummariesIT {
  private static final String CONVERSATIONS = "/api/v1/chat/conversations";
  private static final String MODELS = "/api/v1/admin/models";
  private static final String REMEMBERED = "What was said before, in short";
  private static final String ASKED = "You keep the memory";

  private static Vertx vertx;
  private static FakeProvider provider;
  private static Product product;
  private static Client client;

  @BeforeAll
  static void start() {
    vertx = Vertx.vertx();
    provider = FakeProvider.start(vertx, 0, SummariesIT::answer);
    product =
        Product.with(
            Map.of(
                "OPENAI_BASE_URL",
                provider.baseUrl().toString(),
                "PARLEY_CHAT_HISTORY_TOKENS",
                "200",
                "SEAL_MESSAGES",
                "true"));
    client = new Client(product.url());
  }

  @AfterAll
  static void stop() {
    product.close();
    provider.close();
    var _ = vertx.close();
  }

  @Test
  void whatDoesNotFitIsSummarizedOnceAndTold() {
    var path = CONVERSATIONS + "/" + client.post(CONVERSATIONS, "{}").json().path("id").asText();
    ask(path, "What is the first heron?");
    ask(path, "What is the second heron?");
    assertTrue(bodies(ASKED).isEmpty(), "everything still fits");
    ask(path, "What is the third heron?");
    for (var tries = 0; tries < 400 && bodies(ASKED).isEmpty(); tries++) {
      Client.pause();
    }
    assertEquals(1, bodies(ASKED).size());
    assertTrue(bodies(ASKED).getFirst().contains("the first heron"));
    awaitKind();

    ask(path, "What is the fourth heron?");

    var last = bodies("the fourth heron").getFirst();
    assertTrue(last.contains(REMEMBERED), last);
    assertFalse(last.contains("the first heron"), last);
  }

  @Test
  void whatARuleSendsElsewhereIsSummarizedThere() {
    route();
    var path = CONVERSATIONS + "/" + client.post(CONVERSATIONS, "{}").json().path("id").asText();
    ask(path, "What is the secret crane?");
    ask(path, "What is the second crane?");
    ask(path, "What is the third crane?");
    for (var tries = 0; tries < 400 && toSummarize("secret crane").isEmpty(); tries++) {
      Client.pause();
    }

    var asked = toSummarize("secret crane").getFirst();

    assertTrue(asked.contains("\"model\":\"elsewhere-1\""), asked);
    assertTrue(
        bodies("secret crane").stream().allMatch(body -> body.contains("elsewhere-1")),
        "what the rule finds is told to no other model");
  }

  private static List<String> toSummarize(String holding) {
    return bodies(ASKED).stream().filter(body -> body.contains(holding)).toList();
  }

  /// Questions about secrets go to another model.
  private static void route() {
    var added =
        client.post(
            MODELS + "/providers",
            "{\"name\":\"other\",\"kind\":\"openai\",\"base_url\":\"%s\",\"keys\":[{\"label\":\"k\",\"key\":\"a-key-of-it\"}]}"
                .formatted(provider.baseUrl()));
    assertEquals(201, added.status(), added::body);
    var target =
        "{\"targets\":[{\"provider_id\":\"%s\",\"model\":\"elsewhere-1\"}]}"
            .formatted(added.json().path("id").asText());
    assertEquals(200, client.send("PUT", MODELS + "/routes/elsewhere", target).status());
    var rule =
        client.post(
            "/api/v1/admin/policies",
            "{\"name\":\"secrets\",\"definition\":{\"where\":[\"input\"],\"keywords\":[\"secret\"],\"action\":{\"type\":\"route\",\"model\":\"elsewhere\"}}}");
    assertEquals(201, rule.status(), rule::body);
  }

  /// The entry is in the ledger when the summary has come; it is stored a moment later.
  private static void awaitKind() {
    for (var tries = 0; tries < 400; tries++) {
      var usage = client.get("/api/v1/admin/usage?group_by=kind&bucket=hour").body();
      if (usage.contains("\"summary\"")) {
        Client.pause();
        return;
      }
      Client.pause();
    }
    throw new AssertionError("no usage of kind summary");
  }

  private static void ask(String path, String text) {
    var posted = client.post(path + "/messages", "{\"text\":\"" + text + "\"}");
    assertEquals(202, posted.status(), posted::body);
    var turn = "/api/v1/chat/turns/" + posted.json().path("turn").path("id").asText();
    var events = client.events(turn + "/events", 0, Integer.MAX_VALUE);
    assertEquals("completed", events.getLast().name(), events::toString);
  }

  private static List<String> bodies(String holding) {
    return provider.exchanges().stream()
        .map(exchange -> exchange.body().encode())
        .filter(body -> body.contains(holding))
        .toList();
  }

  private static Script answer() {
    return Script.stream().role().token("heron ".repeat(55)).finish("stop").usage(9, 9).done();
  }
}
