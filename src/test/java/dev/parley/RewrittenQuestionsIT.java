package dev.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.platform.http.Json;
import dev.parley.testkit.FakeProvider;
import dev.parley.testkit.Script;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A follow-up is looked up as a model has written it anew, where that is wanted and works.
final class RewrittenQuestionsIT {
  private static final String CONVERSATIONS = "/api/v1/chat/conversations";
  private static final String ASKED = "You prepare a search";
  private static final String ANEW = "Where does the heron sleep in winter?";

  private static Vertx vertx;
  private static FakeProvider provider;
  private static Product product;
  private static Client client;
  private static volatile Script rewriting = Script.empty();

  private String path;

  @BeforeAll
  static void start() {
    vertx = Vertx.vertx();
    provider = FakeProvider.start(vertx, 0, RewrittenQuestionsIT::answer);
    product =
        Product.with(
            Map.of(
                "OPENAI_BASE_URL",
                provider.baseUrl().toString(),
                "PARLEY_CHAT_REWRITE_QUESTIONS",
                "true"));
    client = new Client(product.url());
  }

  @AfterAll
  static void stop() {
    product.close();
    provider.close();
    var _ = vertx.close();
  }

  @BeforeEach
  void begin() {
    path = CONVERSATIONS + "/" + client.post(CONVERSATIONS, "{}").json().path("id").asText();
  }

  @Test
  void aFollowUpIsLookedUpAsItWasWrittenAnew() {
    rewriting = said(" " + ANEW + "\n").usage(30, 7).done();
    var first = ask("Where does the heron sleep?");
    assertFalse(first.retrieved().has("query"), "nothing was said before");

    var second = ask("And in winter?");

    assertEquals(ANEW, second.retrieved().path("query").asText());
    assertEquals(30 + 9, second.usage().path("input_tokens").asInt(), "both calls are paid for");
    assertEquals(7 + 9, second.usage().path("output_tokens").asInt());
    var told = exchanges(ASKED).getLast();
    assertTrue(told.contains("Where does the heron sleep?"), told);
    assertTrue(told.contains("And in winter?"), told);
  }

  @Test
  void whereThatFailsTheQuestionIsLookedUpAsItIs() {
    var _ = ask("Where does the heron sleep?");
    for (var bad :
        List.of(
            Script.refusal(500, "{\"error\":{\"message\":\"no\"}}"),
            said("").usage(1, 1).done(),
            said("heron ".repeat(100)).usage(1, 100).done())) {
      rewriting = bad;
      assertFalse(ask("And in winter?").retrieved().has("query"));
    }
  }

  private record Told(JsonNode retrieved, JsonNode usage) {}

  private Told ask(String text) {
    var posted = client.post(path + "/messages", "{\"text\":\"" + text + "\"}");
    assertEquals(202, posted.status(), posted::body);
    var turn = "/api/v1/chat/turns/" + posted.json().path("turn").path("id").asText();
    var events = client.events(turn + "/events", 0, Integer.MAX_VALUE);
    assertEquals("completed", events.getLast().name(), events::toString);
    return new Told(of(events, "retrieved"), of(events, "usage").path("usage"));
  }

  private static JsonNode of(List<Client.Event> events, String name) {
    var data = events.stream().filter(event -> event.name().equals(name)).findFirst().orElseThrow();
    return Json.readOwn(data.data(), JsonNode.class);
  }

  private static List<String> exchanges(String holding) {
    return provider.exchanges().stream()
        .map(exchange -> exchange.body().encode())
        .filter(body -> body.contains(holding))
        .toList();
  }

  private static Script answer(JsonObject body) {
    return body.encode().contains(ASKED) ? rewriting : said("In trees.").usage(9, 9).done();
  }

  private static Script said(String text) {
    var script = Script.stream().role();
    return (text.isEmpty() ? script : script.token(text)).finish("stop");
  }
}
