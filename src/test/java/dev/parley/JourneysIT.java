package dev.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What people do with a fresh Parley, over HTTP, against the whole product.
final class JourneysIT {
  private static Product product;
  private static Client client;

  @BeforeAll
  static void start() {
    product = Product.extractive();
    client = new Client(product.url());
  }

  @AfterAll
  static void stop() {
    product.close();
  }

  @Test
  void aDocumentIsAskedAboutAndEveryQuoteStandsInIt() {
    var document =
        client.read(
            "handbook/leave.md",
            """
            # Leave

            ## Annual leave 🌴

            Every employee has 31 days of annual leave per year. Leave is requested in the portal.

            ## Sick leave

            A doctor's note is needed from the fourth day of sickness.
            """);
    assertEquals("ready", document.path("state").asText(), document::toString);

    var answer = client.post("/ask", "{\"query\":\"How many days of annual leave do I have?\"}");

    assertEquals(200, answer.status());
    assertTrue(answer.json().path("answer").asText().contains("31 days"), answer::body);
    assertTrue(answer.json().path("citations").size() > 0, answer::body);
    answer.json().path("citations").forEach(JourneysIT::assertQuoteStands);
  }

  @Test
  void theManualAnswersTheFirstQuestion() {
    product.awaitManual();

    var answer = client.post("/ask", "{\"query\":\"How do I add my documents?\"}");

    assertEquals(200, answer.status());
    assertTrue(answer.json().path("citations").size() > 0, answer::body);
    answer.json().path("citations").forEach(JourneysIT::assertQuoteStands);
  }

  @Test
  void aChangedFileBecomesANewVersionAndTheOldTextIsNoLongerFound() {
    var first = client.read("rates.md", "# Rates\n\nThe zebra rate is eleven percent.\n");
    var same = client.upload("rates.md", bytes("# Rates\n\nThe zebra rate is eleven percent.\n"));
    var second = client.read("rates.md", "# Rates\n\nThe zebra rate is nineteen percent.\n");

    assertEquals(200, same.status());
    assertEquals(1, first.path("version").asInt());
    assertEquals(2, second.path("version").asInt());
    assertEquals(first.path("id"), second.path("id"));
    var found = search("zebra rate");
    assertTrue(found.contains("nineteen"), found);
    assertFalse(found.contains("eleven"), found);
    var old = client.get(content(first) + "?version=1").json();
    assertTrue(old.path("text").asText().contains("eleven"));
    assertFalse(old.path("current").asBoolean());
  }

  @Test
  void aDeletedDocumentIsForgottenAtOnce() {
    var document = client.read("secret.md", "# Plan\n\nThe walrus project begins in spring.\n");
    assertTrue(search("walrus project").contains("walrus"));

    var deleted = client.delete("/api/v1/knowledge/documents/" + document.path("id").asText());

    assertEquals(204, deleted.status());
    assertFalse(search("walrus project").contains("walrus"));
    assertEquals(404, client.get(content(document)).status());
  }

  @Test
  void aStreamGoesOnBehindTheLastEventThatWasSeen() {
    var _ = client.read("tea.md", "# Tea\n\nGreen tea is brewed at seventy degrees.\n");
    var conversation = client.post("/api/v1/chat/conversations", "{}").json().path("id").asText();
    var posted =
        client.post(
            "/api/v1/chat/conversations/" + conversation + "/messages",
            "{\"text\":\"How is green tea brewed?\"}");
    assertEquals(202, posted.status(), posted::body);
    var events = "/api/v1/chat/turns/" + posted.json().path("turn").path("id").asText() + "/events";

    var all = client.events(events, 0, Integer.MAX_VALUE);
    var rest = client.events(events, 4, Integer.MAX_VALUE);

    assertEquals("started", all.getFirst().name());
    assertEquals("completed", all.getLast().name());
    assertEquals(all.subList(4, all.size()), rest);
    for (var i = 0; i < all.size(); i++) {
      assertEquals(i + 1, all.get(i).seq());
    }
  }

  @Test
  void theSameIdempotencyKeyIsTheSameTurn() {
    var conversation = client.post("/api/v1/chat/conversations", "{}").json().path("id").asText();
    var path = "/api/v1/chat/conversations/" + conversation + "/messages";

    var first = client.post(path, "{\"text\":\"Hello?\"}", "Idempotency-Key", "k1");
    var turn = first.json().path("turn").path("id").asText();
    var _ = client.events("/api/v1/chat/turns/" + turn + "/events", 0, Integer.MAX_VALUE);
    var again = client.post(path, "{\"text\":\"Hello?\"}", "Idempotency-Key", "k1");
    var other = client.post(path, "{\"text\":\"Goodbye?\"}", "Idempotency-Key", "k1");

    assertEquals(turn, again.json().path("turn").path("id").asText());
    assertEquals(422, other.status());
    assertEquals("idempotency_mismatch", other.json().path("code").asText());
  }

  @Test
  void conversationsAreListedRenamedAndDeleted() {
    var asked = client.post("/ask", "{\"query\":\"What is a capybara?\"}").json();
    var path = "/api/v1/chat/conversations/" + asked.path("conversation_id").asText();

    assertEquals("What is a capybara?", title(client.get(path).json()));
    assertEquals(2, client.get(path).json().path("messages").size());
    assertTrue(client.get("/api/v1/chat/conversations?q=capybara").body().contains("capybara"));
    assertEquals(204, client.delete(path).status());
    assertEquals(404, client.get(path).status());
  }

  @Test
  void nothingIsMadeUpWhenNothingSupportsAnAnswer() {
    var answer = client.post("/ask", "{\"query\":\"Who won the 1954 chess olympiad in Zork?\"}");

    assertEquals(0, answer.json().path("citations").size(), answer::body);
  }

  private static void assertQuoteStands(JsonNode citation) {
    var path =
        "/api/v1/knowledge/documents/%s/content?version=%s"
            .formatted(citation.path("document_id").asText(), citation.path("version").asText());
    var text = client.get(path).json().path("text").asText();
    var points = text.codePoints().toArray();
    var from = citation.path("start").asInt();
    var length = citation.path("end").asInt() - from;
    assertEquals(citation.path("quote").asText(), new String(points, from, length));
  }

  private static String search(String query) {
    var found =
        client.post("/api/v1/knowledge/search", "{\"query\":\"%s\"}".formatted(query)).json();
    var text = new StringBuilder();
    StreamSupport.stream(found.path("passages").spliterator(), false)
        .forEach(passage -> text.append(passage.path("text").asText()).append('\n'));
    return text.toString();
  }

  private static String content(JsonNode document) {
    return "/api/v1/knowledge/documents/" + document.path("id").asText() + "/content";
  }

  private static String title(JsonNode detail) {
    return detail.path("conversation").path("title").asText();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
