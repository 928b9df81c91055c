package dev.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.Client.Reply;
import dev.parley.testkit.FakeProvider;
import dev.parley.testkit.ToolScripts;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What administrators change while the product runs, and what it does thereupon.
final class SettingsIT {
  private static final String SETTINGS = "/api/v1/admin/settings";
  private static final String SOURCE = "\\nSource [";

  private static Vertx vertx;
  private static FakeProvider provider;
  private static Product product;
  private static Client client;

  @BeforeAll
  static void start() {
    vertx = Vertx.vertx();
    provider = FakeProvider.start(vertx, 0, _ -> ToolScripts.saying("Hand in hand."));
    product =
        Product.with(
            Map.of(
                "OPENAI_BASE_URL", provider.baseUrl().toString(),
                "LLM_MODEL", "standard",
                "LLM_MAX_TOKENS", "321"));
    client = new Client(product.url());
    var document = client.read("otters.md", text());
    assertEquals("ready", document.path("state").asText(), document::toString);
    product.awaitManual();
  }

  @AfterAll
  static void stop() {
    product.close();
    provider.close();
    var _ = vertx.close();
  }

  @AfterEach
  void everyDefault() {
    var version = version();
    if (version > 0) {
      var back = client.post(SETTINGS + "/versions/0/restore", "{\"version\":" + version + "}");
      assertEquals(200, back.status(), back.body());
    }
  }

  @Test
  void whatIsConfiguredIsTheDefault() {
    var all = client.get(SETTINGS).json();

    var tokens = setting(all, "answers.max_tokens");
    assertEquals(321, tokens.path("value").asInt());
    assertEquals(321, tokens.path("standard").asInt());
    assertFalse(tokens.path("chosen").asBoolean());
    assertEquals("number", tokens.at("/form/type").asText());
    assertEquals("answers", tokens.path("group").asText());
    assertEquals("invitation", setting(all, "accounts.registration").path("value").asText());
    assertTrue(all.path("settings").size() >= 10, all::toString);
  }

  @Test
  void theNextAnswerHoldsToWhatWasChosen() {
    change("\"answers.max_tokens\":77,\"answers.passages\":1,\"answers.history_tokens\":0");

    assertEquals("Hand in hand.", ask("What do otters do?").path("answer").asText());
    var few = provider.exchanges().getLast().body();
    change("\"answers.passages\":3,\"answers.max_tokens\":null");
    var _ = ask("What do otters do?");
    var more = provider.exchanges().getLast().body();

    assertEquals(77, few.getInteger("max_tokens"), few::encode);
    assertEquals(321, more.getInteger("max_tokens"), more::encode);
    assertEquals(1, sources(few.encode()), few::encode);
    assertEquals(3, sources(more.encode()), more::encode);
  }

  @Test
  void pagesShowTheirWorkspaceAsItWasChosen() {
    change(
        "\"workspace.name\":\" Otter House \",\"workspace.accent\":\"rose\","
            + "\"workspace.suggestions\":[\"What do otters eat?\"]");

    var session = client.get("/api/v1/session").json();

    assertEquals("Otter House", session.at("/workspace/name").asText());
    assertEquals("rose", session.at("/workspace/accent").asText());
    assertEquals(1, session.path("suggestions").size(), session::toString);
    change("\"workspace.name\":null");
    assertEquals("Parley", client.get("/api/v1/session").json().at("/workspace/name").asText());
  }

  @Test
  void storedAnswersAreGivenAsFarAsTheWorkspaceLets() {
    var asked =
        "{\"model\":\"standard\",\"temperature\":0,"
            + "\"messages\":[{\"role\":\"user\",\"content\":\"Once more?\"}]}";
    assertEquals("miss", origin(asked));
    assertEquals("hit", origin(asked));

    change("\"models.reuse_answers\":false");
    assertEquals("", origin(asked));
    change("\"models.reuse_answers\":true,\"models.similar_answers\":false");
    assertEquals("hit", origin(asked));
    var like = asked.replace("Once more?", "Once more, please?");
    var similar = "{\"cache\":{\"mode\":\"on\",\"semantic\":0.5}," + like.substring(1);
    assertEquals("miss", origin(similar));
  }

  @Test
  void everyFaultIsNamedAndNothingIsChanged() {
    var before = version();

    var refused =
        change(
            before,
            "\"answers.passages\":0,\"workspace.accent\":\"red\",\"sharing.public\":\"yes\","
                + "\"of.nothing\":1,\"workspace.suggestions\":[\"a\",\"b\",\"c\",\"d\"]");

    assertEquals(400, refused.status(), refused.body());
    var named = new ArrayList<String>();
    refused.json().path("errors").forEach(one -> named.add(one.path("pointer").asText()));
    assertEquals(
        List.of(
            "/values/answers.passages",
            "/values/of.nothing",
            "/values/sharing.public",
            "/values/workspace.accent",
            "/values/workspace.suggestions"),
        named.stream().sorted().toList());
    assertEquals(before, version());
  }

  @Test
  void whoKnowsAnOlderVersionIsTold() {
    var known = version();
    change("\"answers.passages\":4");

    var late = change(known, "\"answers.passages\":5");

    assertEquals(409, late.status(), late.body());
    assertEquals("settings_changed", late.json().path("code").asText());
    assertEquals(4, setting(client.get(SETTINGS).json(), "answers.passages").path("value").asInt());
    var back = client.post(SETTINGS + "/versions/0/restore", "{\"version\":" + known + "}");
    assertEquals(409, back.status(), back.body());
  }

  @Test
  void aVersionIsComparedAndComesBack() {
    change("\"answers.passages\":4,\"workspace.accent\":\"blue\"");
    var good = version();
    change("\"answers.passages\":9,\"workspace.accent\":null");
    var bad = version();

    var compared =
        client.get(SETTINGS + "/comparison?from=" + good + "&to=" + bad).json().path("changes");
    assertEquals(2, compared.size(), compared::toString);
    assertEquals("answers.passages", compared.at("/0/key").asText());
    assertEquals(4, compared.at("/0/before").asInt());
    assertEquals(9, compared.at("/0/after").asInt());
    assertEquals("green", compared.at("/1/after").asText());
    var wish = "{\"version\":" + bad + ",\"note\":\"too many\"}";
    var back = client.post(SETTINGS + "/versions/" + good + "/restore", wish);
    assertEquals(4, setting(back.json(), "answers.passages").path("value").asInt(), back.body());

    var newest = client.get(SETTINGS + "/versions?limit=1").json();
    assertEquals(bad + 1, newest.at("/versions/0/version").asInt(), newest::toString);
    assertEquals(good, newest.at("/versions/0/restored").asInt());
    assertEquals("too many", newest.at("/versions/0/note").asText());
    assertEquals(2, newest.at("/versions/0/changes").size());
    var older = client.get(SETTINGS + "/versions?before=" + newest.path("next").asInt()).json();
    assertEquals(bad, older.at("/versions/0/version").asInt());
    var one = client.get(SETTINGS + "/versions/" + good).json();
    assertEquals("blue", one.path("chosen").path("workspace.accent").asText());
    assertEquals(404, client.get(SETTINGS + "/versions/" + (bad + 9)).status());
  }

  @Test
  void whatChangesNothingIsNoVersion() {
    change("\"answers.passages\":4");
    var version = version();

    assertEquals(200, change(version, "\"answers.passages\":4").status());

    assertEquals(version, version());
  }

  @Test
  void theAuditLogHasWhatWasAndWhatIs() {
    change("\"answers.passages\":4");
    change("\"answers.passages\":6");

    var event = client.get("/api/v1/admin/audit?action=settings.changed&limit=1").json();

    var detail = event.at("/events/0/detail");
    assertEquals("4 → 6", detail.path("answers.passages").asText(), event::toString);
    assertEquals(Integer.toString(version()), detail.path("version").asText());
  }

  private static String origin(String asked) {
    var reply = client.post("/v1/chat/completions", asked);
    assertEquals(200, reply.status(), reply.body());
    return reply.header("x-parley-cache");
  }

  private static JsonNode ask(String question) {
    var reply = client.post("/ask", "{\"query\":\"" + question + "\"}");
    assertEquals(200, reply.status(), reply.body());
    return reply.json();
  }

  /// How many passages a model was given.
  private static int sources(String prompt) {
    var count = 0;
    for (var at = prompt.indexOf(SOURCE); at >= 0; at = prompt.indexOf(SOURCE, at + 1)) {
      count++;
    }
    return count;
  }

  private static void change(String values) {
    var reply = change(version(), values);
    assertEquals(200, reply.status(), reply.body());
  }

  private static Reply change(int version, String values) {
    return client.patch(SETTINGS, "{\"version\":" + version + ",\"values\":{" + values + "}}");
  }

  private static int version() {
    return client.get(SETTINGS).json().path("version").asInt();
  }

  private static JsonNode setting(JsonNode all, String key) {
    for (var one : all.path("settings")) {
      if (one.path("key").asText().equals(key)) {
        return one;
      }
    }
    throw new AssertionError("there is no " + key);
  }

  /// Of many passages.
  private static String text() {
    var text = new StringBuilder("# Otters\n");
    for (var i = 0; i < 8; i++) {
      text.append("\n## Otters ").append(i).append("\n\n").append("Otters hold hands. ".repeat(40));
    }
    return text.toString();
  }
}
