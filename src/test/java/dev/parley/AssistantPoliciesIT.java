package dev.parley;

import static dev.parley.testkit.ToolScripts.saying;
import static dev.parley.testkit.ToolScripts.using;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.Client.Reply;
import dev.parley.testkit.ToolScripts.Use;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Rules that hold for an assistant, wherever it is asked, and for nobody else.
final class AssistantPoliciesIT {
  private static final String ASSISTANTS = "/api/v1/admin/assistants";
  private static final String POLICIES = "/api/v1/admin/policies";
  private static final String DENY = "{\"type\":\"deny\",\"reason\":\"Not with me.\"}";
  private static final String REDACT = "{\"type\":\"redact\"}";

  private static ToolWorld world;
  private static Client client;

  @BeforeAll
  static void start() {
    world = new ToolWorld(_ -> saying("A heron."));
    client = world.client();
    world.awaitDocuments();
    for (var slug : List.of("strict", "easy")) {
      assistant(slug);
    }
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @AfterEach
  void noRulesStay() {
    for (var policy : client.get(POLICIES).json().path("policies")) {
      assertEquals(204, client.delete(POLICIES + "/" + policy.path("id").asText()).status());
    }
  }

  @Test
  void aQuestionIsDeniedToOneAssistantOnly() {
    rule("input", "heron", DENY);

    assertEquals(403, ask("strict", "What is a heron?").status());
    assertEquals(200, ask("easy", "What is a heron?").status());
    assertEquals(200, ask("default", "What is a heron?").status());
    assertEquals(403, completion("assistant:strict", "What is a heron?").status());
    assertEquals(200, completion("assistant:easy", "What is a heron?").status());
    assertEquals(200, completion("standard", "What is a heron?").status());
    var noted = client.get("/api/v1/admin/audit?action=policy.refused&limit=1").json();
    assertEquals("strict", noted.at("/events/0/detail/assistant").asText(), noted::toString);
  }

  @Test
  void whatAnAssistantWritesIsRedactedInItsConversations() {
    rule("output", "heron", REDACT);

    assertEquals("A [keyword].", ask("strict", "Who is there?").json().path("answer").asText());
    assertEquals("A heron.", ask("easy", "Who is there?").json().path("answer").asText());
    var message = completion("assistant:strict", "Who is there?").json();
    assertEquals("A [keyword].", message.at("/choices/0/message/content").asText());
  }

  @Test
  void aToolIsGivenLessByOneAssistantThanByAnother() {
    var id = world.tool("note", "GET", "/noted", false, "\"x\":{\"type\":\"string\"}");
    rule("tool", "heron", DENY);

    var strict = noted("strict");
    var easy = noted("easy");

    assertFalse(strict.contains("\"outcome\":\"ok\""), strict);
    assertTrue(easy.contains("\"outcome\":\"ok\""), easy);
    assertTrue(world.attempt(id, "{\"x\":\"heron\"}").path("ok").asBoolean(), "by hand");
    world.removeTools();
  }

  @Test
  void theDefaultOneIsNamedAsWell() {
    rule("default", "input", "heron", DENY);

    assertEquals(403, ask("default", "What is a heron?").status());
    assertEquals(200, ask("strict", "What is a heron?").status());
  }

  @Test
  void aTextIsTriedAsOneOfThem() {
    rule("input", "heron", DENY);

    assertEquals("deny", attempt("\"assistant\":\"strict\","));
    assertEquals("allow", attempt("\"assistant\":\"easy\","));
    assertEquals("allow", attempt(""));
  }

  /// The events of a turn in which the assistant uses the tool.
  private static String noted(String slug) {
    world.model().then(using(new Use("note", "{\"x\":\"heron\"}")));
    var conversation = new JsonObject().put("assistant", slug).encode();
    var begun = client.post("/api/v1/chat/conversations", conversation).json();
    var path = "/api/v1/chat/conversations/" + begun.path("id").asText() + "/messages";
    var posted = client.post(path, "{\"text\":\"Note it.\"}");
    assertEquals(202, posted.status(), posted.body());
    return world.events(posted.json().at("/turn/id").asText()).toString();
  }

  private static String attempt(String assistant) {
    var body = "{%s\"text\":\"a heron\",\"where\":\"input\"}".formatted(assistant);
    return client.post(POLICIES + "/try", body).json().path("decision").asText();
  }

  private static Reply ask(String slug, String question) {
    var body = new JsonObject().put("query", question).put("assistant", slug);
    return client.post("/ask", body.encode());
  }

  private static Reply completion(String model, String question) {
    var message = new JsonObject().put("role", "user").put("content", question);
    var body = new JsonObject().put("model", model).put("messages", new JsonArray().add(message));
    return client.post("/v1/chat/completions", body.encode());
  }

  private static void rule(String where, String keyword, String action) {
    rule("strict", where, keyword, action);
  }

  private static void rule(String assistant, String where, String keyword, String action) {
    var rule =
        """
        {"name":"rule","definition":{"where":["%s"],"keywords":["%s"],"assistants":["%s"],
         "action":%s}}
        """
            .formatted(where, keyword, assistant, action);
    var added = client.post(POLICIES, rule);
    assertEquals(201, added.status(), added.body());
    assertEquals(assistant, added.json().at("/definition/assistants/0").asText());
  }

  private static void assistant(String slug) {
    var definition =
        new JsonObject()
            .put("instructions", "Be brief.")
            .put("greeting", "")
            .put("suggestions", new JsonArray());
    var wanted = new JsonObject().put("slug", slug).put("name", slug).put("definition", definition);
    var added = client.post(ASSISTANTS, wanted.encode());
    assertEquals(201, added.status(), added.body());
    var path = ASSISTANTS + "/" + added.json().at("/assistant/id").asText() + "/publish";
    assertEquals(200, client.post(path, "{\"version\":1}").status());
  }
}
