package dev.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What leaves a conversation: judgements, links and files; and files that come back.
final class ConversationFilesIT {
  private static final String CONVERSATIONS = "/api/v1/chat/conversations";

  private static Product product;
  private static Client client;
  private static String path = "";
  private static JsonNode posted;

  @BeforeAll
  static void start() {
    product = Product.with(Map.of("SEAL_MESSAGES", "true"));
    client = new Client(product.url());
    product.awaitManual();
    var document = client.read("otters.md", "# Otters\n\nOtters hold hands when they sleep.\n");
    assertEquals("ready", document.path("state").asText(), document::toString);
    path = CONVERSATIONS + "/" + client.post(CONVERSATIONS, "{}").json().path("id").asText();
    posted = client.post(path + "/messages", "{\"text\":\"When do otters hold hands?\"}").json();
    awaitEnd(posted);
    var question = posted.path("message").path("id").asText();
    awaitEnd(client.send("POST", path + "/messages/" + question + "/regenerate", "").json());
  }

  @AfterAll
  static void stop() {
    product.close();
  }

  @Test
  void aJudgementCanBeChangedAndTakenBackAndReachesTheAdministrators() {
    var of = path + "/messages/" + posted.path("turn").path("answer_id").asText() + "/feedback";
    var first = "{\"rating\":\"down\",\"reason\":\"wrong\",\"text\":\"Paws, not hands\"}";
    assertEquals(200, client.send("PUT", of, first).status());

    var judged = client.get("/api/v1/admin/feedback").json().path("answers").path(0);
    assertEquals("Paws, not hands", judged.path("feedback").path("text").asText());
    assertEquals("When do otters hold hands?", judged.path("question").asText());
    assertTrue(judged.path("answer").asText().contains("Otters"), judged::toString);

    assertEquals(200, client.send("PUT", of, "{\"rating\":\"up\"}").status());
    assertEquals(0, client.get("/api/v1/admin/feedback").json().path("answers").size());
    var mine = client.get(path).json().path("feedback").path(0);
    assertEquals("up", mine.path("rating").asText());

    assertEquals(204, client.delete(of).status());
    assertEquals(404, client.delete(of).status());
    assertEquals(0, client.get(path).json().path("feedback").size());
    var question = posted.path("message").path("id").asText();
    var wrong = path + "/messages/" + question + "/feedback";
    assertEquals(404, client.send("PUT", wrong, "{\"rating\":\"up\"}").status());
  }

  @Test
  void aLinkShowsOnlyTheTextsOfItsMomentToWhomTheWorkspaceLets() {
    var made = client.send("POST", path + "/shares", "");
    assertEquals(201, made.status(), made.body());
    var token = made.json().path("token").asText();
    var open = "/api/v1/shared/" + token;
    assertEquals(22, token.length());
    assertEquals(404, client.get(open).status());
    var own = client.get("/api/v1/chat/shared/" + token);
    assertEquals(2, own.json().path("messages").size());
    assertEquals("noindex, nofollow", own.header("X-Robots-Tag"));

    var wish = "{\"version\":0,\"values\":{\"sharing.public\":true}}";
    assertEquals(200, client.patch("/api/v1/admin/settings", wish).status());
    var before = client.get(open);
    assertEquals(own.json(), before.json());
    assertFalse(before.body().contains("document_id"), before.body());
    assertFalse(before.body().contains("otters.md"), before.body());
    awaitEnd(client.post(path + "/messages", "{\"text\":\"And do they sleep?\"}").json());
    assertEquals(before.json(), client.get(open).json());

    var all = client.get(path + "/shares").json();
    assertTrue(all.path("everybody").asBoolean());
    var share = all.path("shares").path(0).path("id").asText();
    assertEquals(204, client.delete("/api/v1/chat/shares/" + share).status());
    assertEquals(404, client.get(open).status());
    assertEquals(404, client.delete("/api/v1/chat/shares/" + share).status());
  }

  @Test
  void aFileComesBackAsItWasAndOnce() {
    var file = client.get(path + "/export");
    assertEquals(200, file.status());
    assertEquals("attachment; filename=\"conversation.json\"", file.header("Content-Disposition"));
    var all = client.get(path).json();
    assertEquals(all.path("messages").size(), file.json().path("messages").size());

    var taken = client.post("/api/v1/chat/import", file.body());
    assertEquals(201, taken.status(), taken.body());
    var again = client.post("/api/v1/chat/import", file.body());
    assertEquals(200, again.status(), again.body());
    assertEquals(taken.json().path("id"), again.json().path("id"));
    var copy = client.get(CONVERSATIONS + "/" + taken.json().path("id").asText()).json();
    assertEquals(
        all.path("messages").findValuesAsText("role"),
        copy.path("messages").findValuesAsText("role"));
    var copied = CONVERSATIONS + "/" + taken.json().path("id").asText();
    assertTrue(client.get(path + "/export?format=markdown").body().contains("\n- [1] Otters"));
    assertEquals(withoutSources(path), withoutSources(copied));
  }

  @Test
  void aFileThatIsWrongIsRefusedWithItsPlace() {
    var file = (ObjectNode) client.get(path + "/export").json();
    var second = (ObjectNode) file.path("messages").path(1);
    var _ = second.put("parent_id", "00000000-0000-0000-0000-000000000000");

    var refused = client.post("/api/v1/chat/import", file.toString());

    assertEquals(400, refused.status());
    assertEquals(
        "/messages/1/parent_id",
        refused.json().path("errors").path(0).path("pointer").asText(),
        refused.body());
    var bytes = "{\"format\":\"else\"}".getBytes(StandardCharsets.UTF_8);
    assertEquals(400, client.post("/api/v1/chat/import", bytes, "application/json").status());
  }

  @Test
  void theAuditLogSaysWhoSharedAndTookOut() {
    var made = client.send("POST", path + "/shares", "").json().path("share").path("id").asText();
    assertEquals(204, client.delete("/api/v1/chat/shares/" + made).status());
    assertEquals(200, client.get(path + "/export").status());

    for (var action : new String[] {"share.made", "share.revoked", "export.made"}) {
      var events = client.get("/api/v1/admin/audit?limit=1&action=" + action).json();
      assertEquals(1, events.path("events").size(), action);
    }
  }

  /// The lines of a conversation's Markdown; citations are not taken in again.
  private static List<String> withoutSources(String conversation) {
    return client
        .get(conversation + "/export?format=markdown")
        .body()
        .lines()
        .filter(line -> !line.isEmpty() && !line.startsWith("- ["))
        .toList();
  }

  private static void awaitEnd(JsonNode begun) {
    var turn = "/api/v1/chat/turns/" + begun.path("turn").path("id").asText();
    var events = client.events(turn + "/events", 0, Integer.MAX_VALUE);
    assertEquals("completed", events.getLast().name(), events::toString);
  }
}
