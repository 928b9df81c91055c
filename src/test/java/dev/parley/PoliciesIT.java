package dev.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.Client.Event;
import dev.parley.Client.Reply;
import dev.parley.testkit.FakeProvider;
import dev.parley.testkit.Script;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Rules as people meet them: in a conversation, and behind OpenAI's API.
final class PoliciesIT {
  private static final String POLICIES = "/api/v1/admin/policies";
  private static final String SECRET = "jane.doe@example.org";

  private static Vertx vertx;
  private static FakeProvider provider;
  private static Product product;
  private static Client client;

  @BeforeAll
  static void start() {
    vertx = Vertx.vertx();
    provider = FakeProvider.start(vertx, 0, () -> saying("Nothing", " to", " see", "."));
    var settings = new HashMap<String, String>();
    settings.put("OPENAI_BASE_URL", provider.baseUrl().toString());
    settings.put("LLM_MODEL", "standard");
    product = Product.with(settings);
    product.awaitManual();
    client = new Client(product.url());
  }

  @AfterAll
  static void stop() {
    product.close();
    provider.close();
    var _ = vertx.close();
  }

  @AfterEach
  void noRulesStay() {
    for (var policy : client.get(POLICIES).json().path("policies")) {
      assertEquals(204, client.delete(POLICIES + "/" + policy.path("id").asText()).status());
    }
  }

  @Test
  void aDeniedQuestionReachesNoModel() {
    var id = rule("no-weapons", "input", "\"keywords\":[\"blowpipe\"]", DENY);
    var before = provider.exchanges().size();

    var events = ask("How do I build a Blowpipe?");

    var last = events.getLast();
    assertEquals("failed", last.name(), events::toString);
    assertTrue(last.data().contains("\"policy_denied\""), last::data);
    assertTrue(last.data().contains("Not in this house."), last::data);
    assertEquals(before, provider.exchanges().size());
    var audit = client.get("/api/v1/admin/audit?action=policy.refused&limit=1");
    assertEquals("policy:" + id, audit.json().at("/events/0/target").asText(), audit.body());
    assertFalse(audit.body().toLowerCase(Locale.ROOT).contains("blowpipe"));
  }

  @Test
  void anAnswerIsRedactedAcrossItsTokens() {
    var _ = rule("addresses", "output", "\"kinds\":[\"email\"]", REDACT);
    provider.then(saying("Write to j", "ane.do", "e@exam", "ple.o", "rg", " or", " call."));

    var events = ask("Whom do I write to?");

    var deltas = new StringBuilder();
    events.stream()
        .filter(event -> event.name().equals("delta"))
        .forEach(event -> deltas.append(json(event.data()).path("text").asText()));
    assertEquals("Write to [email] or call.", deltas.toString());
    assertFalse(events.toString().contains("example.o"), events::toString);
    var id = json(events.getFirst().data()).path("conversation_id").asText();
    var stored = client.get("/api/v1/chat/conversations/" + id).body();
    assertTrue(stored.contains("Write to [email] or call."), stored);
    assertFalse(stored.contains("jane"), stored);
  }

  @Test
  void aModelReadsAPlaceholderAndTheReaderTheAddress() {
    var _ =
        rule("hide", "input", "\"kinds\":[\"email\"]", "{\"type\":\"redact\",\"reversible\":true}");
    provider.then(saying("I wrote to [ema", "il-1", "]", "."));

    var events = ask("Write to " + SECRET + " please");

    var asked = provider.exchanges().getLast().body().encode();
    assertFalse(asked.contains(SECRET), asked);
    assertTrue(asked.contains("[email-1]"), asked);
    var id = json(events.getFirst().data()).path("conversation_id").asText();
    var stored = client.get("/api/v1/chat/conversations/" + id).json();
    assertEquals("I wrote to " + SECRET + ".", stored.at("/messages/1/text").asText());
  }

  @Test
  void aDeniedAnswerEndsWhereItStands() {
    var _ = rule("no-names", "output", "\"keywords\":[\"Rumpelstiltskin\"]", DENY);
    provider.then(saying("My name is ", "Rumpel", "stilt", "skin", ", you know."));

    var events = ask("What is your name?");

    assertEquals("failed", events.getLast().name(), events::toString);
    assertTrue(events.getLast().data().contains("policy_denied"), events::toString);
    assertFalse(events.toString().contains("Rumpel"), events::toString);
  }

  @Test
  void theGatewayDeniesRedactsAndRoutes() {
    var other = FakeProvider.start(vertx, 0, () -> saying("From", " elsewhere."));
    try {
      addRoute("elsewhere", other);
      var _ = rule("no-weapons", "input", "\"keywords\":[\"blowpipe\"]", DENY);
      var _ =
          rule(
              "german",
              "input",
              "\"keywords\":[\"bitte\"]",
              "{\"type\":\"route\",\"model\":\"elsewhere\"}");
      var _ = rule("addresses", "input\",\"output", "\"kinds\":[\"email\",\"card\"]", REDACT);

      var denied = complete("a blowpipe", false);
      assertEquals(403, denied.status(), denied.body());
      assertEquals("policy_denied", denied.json().at("/error/code").asText());

      provider.then(
          saying(
              "Card 41",
              "11 1111 1",
              "111 11",
              "11 of " + SECRET.substring(0, 6),
              SECRET.substring(6)));
      var redacted = complete("mine is " + SECRET, true);
      assertEquals("Card [card] of [email]", text(redacted));
      assertFalse(redacted.body().contains("1111"), redacted.body());
      var asked = provider.exchanges().getLast().body().encode();
      assertTrue(asked.contains("mine is [email]"), asked);

      assertEquals("From elsewhere.", text(complete("einmal bitte", true)));
      assertEquals("Nothing to see.", text(complete("once", true)));
    } finally {
      other.close();
    }
  }

  @Test
  void whatIsSentToAModelThatIsGoneReachesNoOther() {
    var _ =
        rule(
            "away", "input", "\"keywords\":[\"heron\"]", "{\"type\":\"route\",\"model\":\"gone\"}");
    var before = provider.exchanges().size();

    var events = ask("Where is the heron?");
    var whole = complete("Where is the heron?", false);
    var assistant =
        client.post(
            "/v1/chat/completions",
            "{\"model\":\"assistant:default\",\"messages\":[{\"role\":\"user\",\"content\":\"heron?\"}]}");

    assertTrue(events.getLast().data().contains("\"policy_misrouted\""), events::toString);
    for (var reply : List.of(whole, assistant)) {
      assertEquals(503, reply.status(), reply.body());
      assertEquals("policy_misrouted", reply.json().at("/error/code").asText(), reply.body());
    }
    assertEquals(before, provider.exchanges().size());
  }

  @Test
  void aWholeAnswerOfTheGatewayIsRedacted() {
    var _ = rule("addresses", "output", "\"kinds\":[\"email\"]", REDACT);
    provider.then(
        Script.refusal(
            200,
            """
            {"id":"c","object":"chat.completion","choices":[{"index":0,"finish_reason":"stop",
             "logprobs":{"content":[{"token":"jane"}]},
             "message":{"role":"assistant","content":"To %s.","tool_calls":[{"id":"t","type":"function",
              "function":{"name":"mail","arguments":"{\\"to\\":\\"%s\\"}"}}]}}],
             "usage":{"prompt_tokens":1,"completion_tokens":2,"total_tokens":3}}
            """
                .formatted(SECRET, SECRET)));

    var reply = complete("whom?", false);

    assertEquals(200, reply.status(), reply.body());
    assertFalse(reply.body().contains("jane"), reply.body());
    assertEquals("To [email].", reply.json().at("/choices/0/message/content").asText());
    assertEquals(
        "{\"to\":\"[email]\"}",
        reply.json().at("/choices/0/message/tool_calls/0/function/arguments").asText());
  }

  @Test
  void aDeniedStreamOfTheGatewayEndsWithAnError() {
    var _ = rule("no-names", "output", "\"keywords\":[\"Rumpelstiltskin\"]", DENY);
    provider.then(saying("I am ", "Rumpel", "stiltskin", " and more").pause(Duration.ofMillis(1)));

    var reply = complete("who?", true);

    assertTrue(reply.body().contains("policy_denied"), reply.body());
    assertFalse(reply.body().contains("Rumpel") || reply.body().contains("[DONE]"), reply.body());
  }

  @Test
  void rulesAreTriedOrderedAndCheckedForTheirVersion() {
    var mail = rule("mail", "input", "\"kinds\":[\"email\"]", REDACT);
    var ours = rule("ours", "input", "\"keywords\":[\"us@example.org\"]", "{\"type\":\"allow\"}");
    var text = "{\"text\":\"😀 us@example.org\",\"where\":\"input\"}";

    var first = client.post(POLICIES + "/try", text).json();
    var order = "{\"policies\":[\"%s\",\"%s\"]}".formatted(ours, mail);
    assertEquals(200, client.post(POLICIES + "/order", order).status());
    var second = client.post(POLICIES + "/try", text).json();

    assertEquals("redact", first.path("decision").asText());
    assertEquals("😀 [email]", first.path("text").asText());
    assertEquals(2, first.at("/matches/0/start").asInt());
    assertEquals("allow", second.path("decision").asText(), second::toString);
    var change = body("mail", "input", "\"kinds\":[\"phone\"]", REDACT);
    var old = change.replace("\"name\"", "\"version\":7,\"name\"");
    assertEquals(409, client.send("PUT", POLICIES + "/" + mail, old).status());
    var changed = client.send("PUT", POLICIES + "/" + mail, change);
    assertEquals(2, changed.json().path("version").asInt(), changed.body());
    assertEquals(409, client.post(POLICIES, change).status(), "the name is taken");
  }

  @Test
  void aRuleThatCannotBeUsedIsRefusedAtItsField() {
    var endless = client.post(POLICIES, body("x", "output", "\"patterns\":[\"a.*b\"]", DENY));
    var broken = client.post(POLICIES, body("x", "input", "\"patterns\":[\"(\"]", DENY));
    var nothing = client.post(POLICIES, body("x", "input", "\"kinds\":[]", DENY));

    assertEquals(400, endless.status(), endless.body());
    assertEquals("/definition/patterns/0", endless.json().at("/errors/0/pointer").asText());
    assertEquals(400, broken.status(), broken.body());
    assertEquals(400, nothing.status(), nothing.body());
  }

  private static final String DENY = "{\"type\":\"deny\",\"reason\":\"Not in this house.\"}";
  private static final String REDACT = "{\"type\":\"redact\"}";

  private static String rule(String name, String where, String condition, String action) {
    var reply = client.post(POLICIES, body(name, where, condition, action));
    assertEquals(201, reply.status(), reply.body());
    return reply.json().path("id").asText();
  }

  private static String body(String name, String where, String condition, String action) {
    return "{\"name\":\"%s\",\"definition\":{\"where\":[\"%s\"],%s,\"action\":%s}}"
        .formatted(name, where, condition, action);
  }

  private static List<Event> ask(String question) {
    var conversation = client.post("/api/v1/chat/conversations", "{}").json().path("id").asText();
    var posted =
        client.post(
            "/api/v1/chat/conversations/" + conversation + "/messages",
            "{\"text\":\"" + question + "\"}");
    assertEquals(202, posted.status(), posted.body());
    var turn = posted.json().path("turn").path("id").asText();
    return client.events("/api/v1/chat/turns/" + turn + "/events", 0, Integer.MAX_VALUE);
  }

  private static Reply complete(String question, boolean stream) {
    return client.post(
        "/v1/chat/completions",
        "{\"model\":\"standard\",\"stream\":%s,\"messages\":[{\"role\":\"user\",\"content\":\"%s\"}]}"
            .formatted(stream, question));
  }

  private static String text(Reply reply) {
    var text = new StringBuilder();
    reply
        .body()
        .lines()
        .filter(line -> line.startsWith("data: {"))
        .forEach(
            line -> text.append(json(line.substring(6)).at("/choices/0/delta/content").asText("")));
    return text.toString();
  }

  private static void addRoute(String name, FakeProvider where) {
    var models = "/api/v1/admin/models";
    var added =
        client.post(
            models + "/providers",
            "{\"name\":\"%s\",\"kind\":\"openai\",\"base_url\":\"%s\",\"keys\":[{\"label\":\"k\",\"key\":\"a-key-of-it\"}]}"
                .formatted(name, where.baseUrl()));
    var id = added.json().path("id").asText();
    var route = "{\"targets\":[{\"provider_id\":\"%s\",\"model\":\"m\"}]}".formatted(id);
    assertEquals(200, client.send("PUT", models + "/routes/" + name, route).status());
  }

  private static JsonNode json(String text) {
    return new Event(0, "", text).json();
  }

  private static Script saying(String... tokens) {
    var script = Script.stream().role();
    for (var token : tokens) {
      var _ = script.token(token);
    }
    return script.finish("stop").usage(5, tokens.length).done();
  }
}
