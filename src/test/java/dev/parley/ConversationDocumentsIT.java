package dev.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.platform.postgres.ConnectSettings;
import dev.parley.testkit.Await;
import dev.parley.testkit.FakeProvider;
import dev.parley.testkit.PostgresFixture;
import dev.parley.testkit.Script;
import dev.parley.testkit.SqlScript;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Documents of one conversation: asked about and cited there and nowhere else, and gone with it.
final class ConversationDocumentsIT {
  @RegisterExtension static final PostgresFixture POSTGRES = PostgresFixture.migrated();

  private static final String CONVERSATIONS = "/api/v1/chat/conversations";
  private static final String DOCUMENTS = "/api/v1/knowledge/documents/";

  private static FakeProvider model;
  private static Product product;
  private static Client owner;
  private static Client mia;
  private static Client amy;
  private static int made;

  private String word;
  private String path;

  @BeforeAll
  static void start() {
    model = FakeProvider.start(POSTGRES.vertx(), 0, ConversationDocumentsIT::answer);
    product =
        Product.guarded(
            "OPENAI_BASE_URL",
            model.baseUrl().toString(),
            "DATABASE_URL",
            url(POSTGRES.application()),
            "DATABASE_MIGRATION_URL",
            url(POSTGRES.owner()));
    var team = new Team(product);
    owner = team.owner();
    mia = team.join("mia", "member");
    amy = team.join("amy", "agent");
  }

  @AfterAll
  static void stop() {
    product.close();
    model.close();
  }

  @BeforeEach
  void begin() {
    made++;
    word = "numbat" + made;
    path = begin(mia);
  }

  @Test
  void itIsAskedAboutAndCitedInItsConversationAndNowhereElse() {
    var document = give(path, "a.md", "The " + word + " eats termites");

    assertTrue(prompt(mia, path).contains("eats termites"));
    var answer = mia.get(path).json().at("/messages/1");
    var cited = answer.at("/citations/0/document_id").asText();
    assertEquals(document, cited, answer::toString);
    assertEquals(200, mia.get(DOCUMENTS + document).status());
    assertTrue(mia.get(DOCUMENTS + document + "/content").body().contains("eats termites"));

    assertFalse(prompt(mia, begin(mia)).contains("eats termites"), "another conversation");
    assertFalse(prompt(owner, begin(owner)).contains("eats termites"), "another person");
    assertEquals(0, found(mia), "the search of documents");
    assertFalse(mia.get(DOCUMENTS.substring(0, DOCUMENTS.length() - 1)).body().contains(document));
    assertFalse(mia.get("/api/v1/knowledge/bases").body().contains("conversation"));
  }

  @Test
  void itIsFoundThoughTheQuestionDoesNotNameIt() {
    var _ = give(path, "a.md", "The " + word + " eats termites");
    product.awaitManual(owner);

    var asked = ask(mia, path, "What are the documents of Parley that I can upload and search?");

    assertTrue(asked.contains("eats termites"), "beside the manual, which fits better");
    assertTrue(asked.contains("Source"), asked);
  }

  @Test
  void nobodyElseSeesIt() {
    var document = give(path, "a.md", "The " + word + " eats termites");
    assertEquals(200, mia.post(path + "/handover", "{}").status());
    var conversation = path.substring(path.lastIndexOf('/') + 1);
    var claimed = amy.post("/api/v1/inbox/" + conversation + "/claim", "{\"epoch\":0}");
    assertEquals(200, claimed.status());

    for (var other : List.of(owner, amy)) {
      assertEquals(404, other.get(DOCUMENTS + document).status());
      assertEquals(404, other.get(DOCUMENTS + document + "/content").status());
      assertEquals(404, other.delete(DOCUMENTS + document).status());
      assertEquals(404, other.get(path + "/documents").status());
      assertEquals(404, other.give(path, "b.md", "None.").status());
      assertEquals(404, other.delete(path + "/documents/" + document).status());
      assertEquals(0, found(other));
    }
    assertEquals(200, mia.get(DOCUMENTS + document).status());
  }

  @Test
  void itIsDeletedAlone() {
    var document = give(path, "a.md", "The " + word + " eats termites");
    var other = begin(mia);

    assertEquals(404, mia.delete(other + "/documents/" + document).status());
    assertEquals(204, mia.delete(path + "/documents/" + document).status());

    assertEquals(0, mia.get(path + "/documents").json().path("documents").size());
    assertEquals(404, mia.get(DOCUMENTS + document).status());
    assertFalse(prompt(mia, path).contains("eats termites"));
  }

  @Test
  void itGoesWithItsConversation() {
    var document = give(path, "a.md", "The " + word + " eats termites");
    assertTrue(count("chunk WHERE document_id = '" + document + "'") > 0);

    assertEquals(204, mia.delete(path).status());

    assertEquals(404, mia.get(DOCUMENTS + document).status());
    for (var table : List.of("chunk", "document_version", "document_upload", "ingest_job")) {
      assertEquals(0, count(table + " WHERE document_id = '" + document + "'"), table);
    }
    assertEquals(
        0, count("document WHERE id = '" + document + "' AND (title <> '' OR state <> 'deleted')"));
    assertEquals(404, mia.give(path, "b.md", "None.").status());
  }

  @Test
  void aConversationHoldsSoMany() {
    for (var at = 0; at < 20; at++) {
      assertEquals(202, mia.give(path, at + ".md", "# " + at + "\n\nSome.\n").status());
    }

    var refused = mia.give(path, "more.md", "# More\n\nSome.\n");
    assertEquals("documents_full", refused.json().path("code").asText(), refused::body);
    assertEquals(202, mia.give(path, "0.md", "# New\n\nOther words.\n").status());
  }

  @Test
  void whatCannotBeReadSaysSo() {
    var given = mia.give(path, "a.pdf", "%PDF-1.7 and nothing more");
    assertEquals(202, given.status(), given::body);

    Await.until("it has failed", () -> documents(path).at("/0/state").asText().equals("failed"));
    assertTrue(documents(path).at("/0/error/message").asText().length() > 5);
  }

  /// Cites the first source.
  private static Script answer() {
    return Script.stream().role().token("It eats termites [1].").finish("stop").usage(9, 9).done();
  }

  private static String begin(Client client) {
    return CONVERSATIONS + "/" + client.post(CONVERSATIONS, "{}").json().path("id").asText();
  }

  private static JsonNode documents(String path) {
    return mia.get(path + "/documents").json().path("documents");
  }

  /// The id of a document of mia's that is ready.
  private static String give(String path, String name, String text) {
    var given = mia.give(path, name, "# " + name + "\n\n" + text + ".\n");
    assertEquals(202, given.status(), given::body);
    Await.until("it is read", () -> documents(path).at("/0/state").asText().equals("ready"));
    return given.json().path("id").asText();
  }

  /// What the model is given when somebody asks for the word of the test.
  private String prompt(Client client, String conversation) {
    return ask(client, conversation, "What does the " + word + " eat?");
  }

  private static String ask(Client client, String conversation, String text) {
    var posted = client.post(conversation + "/messages", "{\"text\":\"" + text + "\"}");
    assertEquals(202, posted.status(), posted::body);
    var turn = posted.json().at("/turn/id").asText();
    var events = client.events("/api/v1/chat/turns/" + turn + "/events", 0, Integer.MAX_VALUE);
    assertEquals("completed", events.getLast().name());
    return model.exchanges().getLast().body().encode();
  }

  private long found(Client client) {
    var wish = new JsonObject().put("query", word).put("mode", "text").put("limit", 50);
    var passages = client.post("/api/v1/knowledge/search", wish.encode()).json().path("passages");
    var count = 0;
    for (var passage : passages) {
      count += passage.path("text").asText().contains(word) ? 1 : 0;
    }
    return count;
  }

  private static long count(String rows) {
    var sql = "SELECT count(*) FROM " + rows;
    return SqlScript.run(POSTGRES.vertx(), POSTGRES.administrator(), sql)
        .iterator()
        .next()
        .getLong(0);
  }

  private static String url(ConnectSettings as) {
    return "postgresql://%s:%s@%s:%d/%s"
        .formatted(as.user(), as.password().value(), as.host(), as.port(), as.database());
  }
}
