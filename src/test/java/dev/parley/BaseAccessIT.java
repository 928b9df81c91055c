package dev.parley;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testkit.Await;
import dev.parley.testkit.FakeProvider;
import dev.parley.testkit.Script;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Knowledge bases and who may read and change them, by the operations of the contract.
final class BaseAccessIT {
  private static final String BASES = "/api/v1/knowledge/bases";
  private static final String DOCUMENTS = "/api/v1/knowledge/documents";
  private static final String CONVERSATIONS = "/api/v1/chat/conversations";

  private static Vertx vertx;
  private static FakeProvider model;
  private static Product product;
  private static Client owner;
  private static Client amy;
  private static Client mia;
  private static Client max;
  private static int made;

  private String base;
  private String word;

  @BeforeAll
  static void start() {
    vertx = Vertx.vertx();
    model = FakeProvider.start(vertx, 0, () -> answer("I do not know."));
    product = Product.guarded("OPENAI_BASE_URL", model.baseUrl().toString());
    var people = new Team(product);
    owner = people.owner();
    amy = people.join("amy", "agent");
    mia = people.join("mia", "member");
    max = people.join("max", "member");
    product.awaitManual(owner);
  }

  @AfterAll
  static void stop() {
    product.close();
    model.close();
    var _ = vertx.close();
  }

  @BeforeEach
  void make() {
    made++;
    word = "quokka" + made;
    base = base(owner, "Base " + made);
  }

  @Test
  void aNewBaseIsReadByEverybodyAndChangedByAgents() {
    var document = read(amy, base, "a.md", word);

    for (var reader : List.of(owner, amy, mia)) {
      assertEquals(200, reader.get(document).status());
      assertEquals(1, found(reader, word));
    }
    assertEquals("editor", level(amy));
    assertEquals("reader", level(mia));
    var refused = mia.upload(base, "b.md", "None.");
    assertEquals("base_read_only", code(refused, 403));
    assertEquals("base_read_only", code(mia.delete(document), 403));
    assertEquals(403, amy.post(BASES, "{\"name\":\"Amy's\"}").status());
    assertEquals(403, amy.delete(BASES + "/" + base).status());
  }

  @Test
  void whatIsDecidedHoldsAtOnce() {
    var document = read(owner, base, "a.md", word);
    assertEquals(1, found(mia, word));
    assertTrue(mia.get(DOCUMENTS + "?q=a.md").body().contains(base));

    decide(base, "none");

    for (var other : List.of(amy, mia)) {
      assertEquals(0, found(other, word));
      assertEquals(404, other.get(document).status());
      assertEquals(404, other.get(document + "/content").status());
      assertFalse(other.get(DOCUMENTS + "?q=a.md").body().contains(base), "it is not listed");
      assertEquals("base_unknown", code(other.upload(base, "b.md", "None."), 404));
      assertEquals(404, other.delete(document).status());
      assertTrue(level(other).isEmpty());
    }
    decide(base, "none", grant(mia, "editor"), role("agent", "reader"));
    assertEquals(1, found(mia, word));
    assertEquals(1, found(amy, word));
    assertEquals(0, found(max, word));
    assertEquals("editor", level(mia));
    assertEquals("base_read_only", code(amy.upload(base, "b.md", "None."), 403));
    var _ = read(mia, base, "b.md", "Mia knows the " + word);
    assertEquals(204, mia.delete(document).status());
    assertEquals(1, found(mia, word));
  }

  @Test
  void aKeySeesWhatItsPersonSeesAndNobodySeesNothing() {
    var document = read(owner, base, "a.md", word);
    decide(base, "none", grant(mia, "editor"));
    var reading = key(mia, "read");
    var writing = key(mia, "knowledge");
    var other = key(max, "knowledge");

    assertEquals(1, found(reading, word));
    assertEquals(403, reading.upload(base, "b.md", "None.").status(), "the key may only read");
    assertEquals(202, writing.upload(base, "b.md", "Some.").status());
    assertEquals(0, found(other, word));
    assertEquals(404, other.get(document).status());
    var question = "{\"query\":\"What of the " + word + "?\"}";
    assertEquals(200, key(owner, "ask").post("/ask", question).status());
    var asked = model.exchanges().getLast().body().encode();
    assertFalse(asked.contains(word + "."), "a key that may ask and not read");
    assertTrue(prompt(owner, null).contains(word + "."), "its maker");
    assertEquals(401, new Client(product.url()).get(document).status());
  }

  @Test
  void anAnswerRestsOnWhatWhoeverAsksMayRead() {
    var _ = read(owner, base, "a.md", "The " + word + " lives on an island");
    decide(base, "none", grant(mia, "reader"));

    assertTrue(prompt(mia, null).contains("lives on an island"));
    assertFalse(prompt(max, null).contains("lives on an island"));
  }

  @Test
  void anAssistantLooksIntoItsBasesAndNoOthers() {
    var other = base(owner, "Other " + made);
    var closed = base(owner, "Closed " + made);
    var _ = read(owner, base, "a.md", "The " + word + " lives on an island");
    var _ = read(owner, other, "b.md", "The " + word + " eats leaves");
    var _ = read(owner, closed, "c.md", "The " + word + " is a secret");
    decide(closed, "none");
    var slug = "zoo" + made;
    var assistant =
        new JsonObject()
            .put("slug", slug)
            .put("name", slug)
            .put(
                "definition",
                new JsonObject()
                    .put("instructions", "")
                    .put("greeting", "")
                    .put("suggestions", List.of())
                    .put("bases", List.of(base, closed)));
    var id = owner.post("/api/v1/admin/assistants", assistant.encode()).json();
    var path = "/api/v1/admin/assistants/" + id.at("/assistant/id").asText();
    assertEquals(200, owner.post(path + "/publish", "{\"version\":1}").status());

    var told = prompt(mia, slug);
    assertTrue(told.contains("lives on an island"), told);
    assertFalse(told.contains("eats leaves") || told.contains("is a secret"), told);
    assertTrue(prompt(mia, null).contains("eats leaves"));
    assertTrue(prompt(owner, slug).contains("is a secret"), "an owner reads every base");
    var asModel =
        new JsonObject()
            .put("model", "assistant:" + slug)
            .put("messages", List.of(Map.of("role", "user", "content", "What of the " + word)));
    assertEquals(200, mia.post("/v1/chat/completions", asModel.encode()).status());
    var asked = model.exchanges().getLast().body().encode();
    assertTrue(asked.contains("lives on an island"), asked);
    assertFalse(asked.contains("eats leaves") || asked.contains("is a secret"), asked);
  }

  @Test
  void aDeletedBaseIsGoneWithItsDocuments() {
    var document = read(owner, base, "a.md", word);
    var other = read(owner, base, "b.md", "More of the " + word);

    assertEquals(204, owner.delete(BASES + "/" + base).status());

    assertEquals(0, found(owner, word));
    assertEquals(404, owner.get(document).status());
    assertEquals(404, owner.get(other + "/content").status());
    assertEquals("base_unknown", code(owner.upload(base, "c.md", "None."), 404));
    assertEquals("base_unknown", code(owner.delete(BASES + "/" + base), 404));
    assertEquals(201, owner.post(BASES, "{\"name\":\"Base " + made + "\"}").status());
    var audit = owner.get("/api/v1/admin/audit?limit=1&action=base.deleted").json();
    assertEquals("2", audit.at("/events/0/detail/documents").asText(), audit::toString);
  }

  private static Script answer(String text) {
    return Script.stream().role().token(text).finish("stop").usage(9, 9).done();
  }

  private static String base(Client client, String name) {
    var reply = client.post(BASES, "{\"name\":\"" + name + "\"}");
    assertEquals(201, reply.status(), reply::body);
    return reply.json().at("/base/id").asText();
  }

  /// Where a document is, when it is read.
  private static String read(Client client, String base, String name, String text) {
    var put = client.upload(base, name, "# " + name + "\n\n" + text + ".\n");
    assertEquals(202, put.status(), put::body);
    var path = DOCUMENTS + "/" + put.json().path("id").asText();
    Await.until("it is read", () -> client.get(path).json().path("state").asText().equals("ready"));
    return path;
  }

  private static long found(Client client, String word) {
    var wish = new JsonObject().put("query", word).put("mode", "text").put("limit", 50);
    return texts(client.post("/api/v1/knowledge/search", wish.encode()).json().path("passages"))
        .stream()
        .filter(text -> text.contains(word))
        .count();
  }

  private static Set<String> texts(JsonNode passages) {
    return StreamSupport.stream(passages.spliterator(), false)
        .map(one -> one.path("text").asText())
        .collect(toSet());
  }

  private String level(Client client) {
    for (var one : client.get(BASES).json().path("bases")) {
      if (one.path("id").asText().equals(base)) {
        return one.path("level").asText();
      }
    }
    return "";
  }

  private static void decide(String base, String everybody, JsonObject... grants) {
    var access =
        new JsonObject().put("everybody", everybody).put("grants", List.of((Object[]) grants));
    var reply = owner.send("PUT", BASES + "/" + base + "/access", access.encode());
    assertEquals(200, reply.status(), reply::body);
  }

  private static JsonObject grant(Client person, String level) {
    var id = person.get("/api/v1/auth/me").json().path("id").asText();
    return new JsonObject().put("user_id", id).put("level", level);
  }

  private static JsonObject role(String role, String level) {
    return new JsonObject().put("role", role).put("level", level);
  }

  private static Client key(Client person, String scope) {
    var wish = "{\"name\":\"Mine\",\"scopes\":[\"" + scope + "\"]}";
    var reply = person.post("/api/v1/keys", wish);
    assertEquals(201, reply.status(), reply::body);
    return new Client(product.url()).as(reply.json().path("text").asText());
  }

  /// What the model is given when somebody asks for the word of the test.
  private String prompt(Client client, @Nullable String assistant) {
    var wish = assistant == null ? "{}" : "{\"assistant\":\"" + assistant + "\"}";
    var id = client.post(CONVERSATIONS, wish).json().path("id").asText();
    var path = CONVERSATIONS + "/" + id + "/messages";
    var posted = client.post(path, "{\"text\":\"What of the " + word + "?\"}");
    assertEquals(202, posted.status(), posted::body);
    var turn = posted.json().at("/turn/id").asText();
    var events = client.events("/api/v1/chat/turns/" + turn + "/events", 0, Integer.MAX_VALUE);
    assertEquals("completed", events.getLast().name());
    return model.exchanges().getLast().body().encode();
  }

  private static String code(Client.Reply reply, int status) {
    assertEquals(status, reply.status(), reply.body());
    return reply.json().path("code").asText();
  }
}
