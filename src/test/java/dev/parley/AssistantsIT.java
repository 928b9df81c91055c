package dev.parley;

import static dev.parley.testkit.ToolScripts.saying;
import static dev.parley.testkit.ToolScripts.using;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.Client.Event;
import dev.parley.testkit.ToolScripts.Use;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Assistants as administrators make them and as people and programs meet them.
final class AssistantsIT {
  private static final String ADMIN = "/api/v1/admin/assistants";
  private static final String CONVERSATIONS = "/api/v1/chat/conversations";
  private static final AtomicInteger COUNT = new AtomicInteger();

  private static ToolWorld world;
  private static Client client;

  @BeforeAll
  static void start() {
    world = new ToolWorld(_ -> saying("Done."));
    client = world.client();
    world.awaitDocuments();
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @Test
  void aVersionAnswersOnceItIsLiveAndAnOlderOneAgainAfterwards() {
    var made = add(definition("Speak like a lighthouse."));
    var slug = made.at("/assistant/slug").asText();
    assertEquals(404, ask(slug, "Hello?").status(), "not live yet");
    assertEquals(List.of(), offered(slug));

    publish(made, 1);
    assertEquals(List.of(slug), offered(slug));
    assertTrue(told(slug).startsWith("The people who run"), told(slug));
    assertTrue(told(slug).contains("Speak like a lighthouse."));
    var second = save(made, 1, definition("Speak like a harbour."));
    assertEquals(2, second.at("/assistant/latest_version").asInt());
    assertTrue(told(slug).contains("lighthouse"), "the live one goes on");

    publish(made, 2);
    assertTrue(told(slug).contains("Speak like a harbour."));
    publish(made, 1);
    assertTrue(told(slug).contains("Speak like a lighthouse."), "rolled back");
    var audit = client.get("/api/v1/admin/audit?action=assistant.published&limit=1").json();
    assertEquals("1", audit.at("/events/0/detail/version").asText(), audit::toString);
    assertEquals("2", audit.at("/events/0/detail/before").asText());
  }

  @Test
  void whoIsNotTheFirstToSaveIsTold() {
    var made = add(definition("a"));
    var _ = save(made, 1, definition("b"));

    var late = client.post(path(made) + "/versions", version(1, definition("c")));

    assertEquals(409, late.status());
    assertEquals("assistant_changed", late.json().path("code").asText());
    assertEquals("b", client.get(path(made)).json().at("/definition/instructions").asText());
    assertEquals(
        "a", client.get(path(made) + "/versions/1").json().at("/definition/instructions").asText());
  }

  @Test
  void nobodyAnswersUnderAnUnknownName() {
    var asked = ask("nobody-here", "Hello?");
    assertEquals(404, asked.status());
    assertEquals("assistant_unknown", asked.json().path("code").asText());
    var begun = client.post(CONVERSATIONS, "{\"assistant\":\"nobody-here\"}");
    assertEquals("assistant_unknown", begun.json().path("code").asText());
    var model = completion("nobody-here", "Hello?");
    assertEquals(404, model.status(), model.body());
  }

  @Test
  void aNameIsTakenOnce() {
    var made = add(definition("a"));
    var again =
        new JsonObject()
            .put("slug", made.at("/assistant/slug").asText())
            .put("name", "Other")
            .put("definition", definition("b"));

    assertEquals("name_taken", client.post(ADMIN, again.encode()).json().path("code").asText());
  }

  @Test
  void aModelThatIsNotThereIsRefused() {
    var wanted = wanted(definition("a").put("route", "nowhere")).encode();

    var refused = client.post(ADMIN, wanted);

    assertEquals(400, refused.status());
    assertEquals(
        "/definition/route", refused.json().at("/errors/0/pointer").asText(), refused::body);
  }

  @Test
  void aConversationKeepsItsAssistantAndTheTurnItsVersion() {
    var made = live(definition("Speak like a lighthouse."));
    var slug = made.at("/assistant/slug").asText();
    var begun = client.post(CONVERSATIONS, "{\"assistant\":\"" + slug + "\"}").json();
    assertEquals(slug, begun.path("assistant").asText());

    var turn = turn(begun);

    assertEquals(made.at("/assistant/id").asText(), turn.path("assistant_id").asText());
    assertEquals(1, turn.path("assistant_version").asInt());
    assertTrue(asked().contains("lighthouse"), asked());
    var _ = save(made, 1, definition("Speak like a harbour."));
    publish(made, 2);
    assertEquals(2, turn(begun).path("assistant_version").asInt());
    assertTrue(asked().contains("harbour"), asked());
    var mismatch =
        new JsonObject()
            .put("query", "And now?")
            .put("assistant", "default")
            .put("conversation_id", begun.path("id").asText());
    var refused = client.post("/ask", mismatch.encode());
    assertEquals("assistant_mismatch", refused.json().path("code").asText());
    assertEquals(200, client.post("/ask", mismatch.put("assistant", slug).encode()).status());
  }

  @Test
  void anArchivedOneAnswersNobodyAndItsConversationsGoOn() {
    var made = live(definition("Speak like a lighthouse."));
    var slug = made.at("/assistant/slug").asText();
    var begun = client.post(CONVERSATIONS, "{\"assistant\":\"" + slug + "\"}").json();

    assertEquals(200, client.patch(path(made), "{\"archived\":true}").status());

    assertEquals(404, ask(slug, "Hello?").status());
    assertEquals(List.of(), offered(slug));
    assertTrue(turn(begun).path("assistant_id").isMissingNode());
    assertFalse(asked().contains("lighthouse"), asked());
    assertEquals(409, client.post(path(made) + "/publish", "{\"version\":1}").status());
    assertEquals(200, client.patch(path(made), "{\"archived\":false}").status());
    assertEquals(1, turn(begun).path("assistant_version").asInt());
  }

  @Test
  void theDefaultOneCanBeMade() {
    var made = wanted(definition("Speak like a default.")).put("slug", "default");
    var added = client.post(ADMIN, made.encode());
    assertEquals(201, added.status(), added.body());
    publish(added.json(), 1);

    assertTrue(told("default").contains("Speak like a default."));
    assertEquals(200, client.post("/ask", "{\"query\":\"Hello?\"}").status());
    assertTrue(asked().contains("Speak like a default."), "without a name too");
    assertEquals(200, client.patch(path(added.json()), "{\"archived\":true}").status());
    assertEquals(200, client.post("/ask", "{\"query\":\"Hello?\"}").status());
    assertFalse(asked().contains("Speak like a default."));
  }

  @Test
  void itCallsOnlyItsTools() {
    var id = "\"id\":{\"type\":\"string\"}";
    var _ = world.tool("order", "GET", "/mine/{id}", false, id);
    var _ = world.tool("other", "GET", "/other/{id}", false, id);
    var slug =
        live(definition("").put("tools", new JsonArray().add("order")))
            .at("/assistant/slug")
            .asText();
    world.model().then(using(new Use("other", "{\"id\":\"1\"}")));

    var events = events(slug, "Where is it?");

    var request = world.model().exchanges().getLast().body();
    assertEquals(List.of("order"), names(request), request::encode);
    assertEquals(0, world.server().seen("/other"), "not offered, not used");
    var refused = events.stream().filter(event -> event.name().equals("tool_result")).findFirst();
    assertEquals("refused", refused.orElseThrow().json().path("outcome").asText());
    var none = live(definition("").put("tools", new JsonArray())).at("/assistant/slug").asText();
    assertEquals(200, ask(none, "Anything?").status());
    assertEquals(List.of(), names(world.model().exchanges().getLast().body()));
    world.removeTools();
  }

  @Test
  void itHasALanguageAndBounds() {
    var wanted = definition("").put("language", "de").put("max_tokens", 77).put("passages", 1);
    var slug = live(wanted).at("/assistant/slug").asText();

    var events = events(slug, "How do I add documents?");

    var request = world.model().exchanges().getLast().body();
    assertTrue(request.encode().contains("Answer in German, briefly"));
    assertEquals(77, request.getInteger("max_tokens"), request::encode);
    var found = events.stream().filter(event -> event.name().equals("retrieved")).findFirst();
    assertEquals(1, found.orElseThrow().json().path("passages").size());
  }

  @Test
  void programsAskItAsAModel() {
    var slug = live(definition("Speak like a lighthouse.")).at("/assistant/slug").asText();
    var names = client.get("/v1/models").json().path("data").findValuesAsText("id");
    assertTrue(names.contains("assistant:" + slug), names::toString);
    assertTrue(names.contains("assistant:default"));

    var reply = completion(slug, "Hello?");

    assertEquals(200, reply.status(), reply.body());
    assertEquals("assistant:" + slug, reply.json().path("model").asText());
    assertTrue(asked().contains("Speak like a lighthouse."), asked());
  }

  @Test
  void aDraftIsTriedAndNothingKeptButItsCost() {
    var made = add(definition("Speak like a draft."));
    var before = client.get(CONVERSATIONS).json().path("conversations").size();

    var whole = client.post(path(made) + "/try", "{\"question\":\"Hello?\"}");

    assertEquals("Done.", whole.json().path("answer").asText(), whole::body);
    assertTrue(asked().contains("Speak like a draft."));
    var id = whole.header("x-request-id");
    var attempts = client.get("/api/v1/admin/usage/calls/" + id).json().path("attempts");
    assertTrue(attempts.findValuesAsText("kind").contains("chat"), attempts::toString);
    var unsaved =
        new JsonObject().put("question", "Hello?").put("definition", definition("Speak unsaved."));
    var streamed =
        client.post(path(made) + "/try", unsaved.encode(), "Accept", "text/event-stream");
    assertTrue(streamed.body().contains("event: delta"), streamed::body);
    assertTrue(streamed.body().contains("event: completed"), streamed::body);
    assertTrue(asked().contains("Speak unsaved."));
    assertEquals(before, client.get(CONVERSATIONS).json().path("conversations").size());
    assertEquals(
        404, client.post(path(made) + "/try", "{\"question\":\"a\",\"version\":9}").status());
  }

  @Test
  void aTriedDraftChangesNothing() {
    var _ = world.tool("note", "POST", "/tried", true, "\"text\":{\"type\":\"string\"}");
    var _ = world.tool("look", "GET", "/looked", false, "");
    var made = add(definition(""));
    world.model().then(using(new Use("note", "{\"text\":\"x\"}")));

    var whole = client.post(path(made) + "/try", "{\"question\":\"Note x.\"}");

    assertEquals(200, whole.status(), whole.body());
    assertEquals(0, world.server().seen("/tried"));
    assertEquals(List.of("look"), names(world.model().exchanges().getLast().body()));
    world.removeTools();
  }

  @Test
  void aSharedConversationSaysWhoAnswered() {
    var made = live(definition("a"));
    var slug = made.at("/assistant/slug").asText();
    var begun = client.post(CONVERSATIONS, "{\"assistant\":\"" + slug + "\"}").json();
    var _ = turn(begun);
    var share =
        client.send("POST", CONVERSATIONS + "/" + begun.path("id").asText() + "/shares", "");

    var read = client.get("/api/v1/chat/shared/" + share.json().path("token").asText()).json();

    assertEquals(made.at("/assistant/name").asText(), read.path("assistant").asText());
  }

  @Test
  void aHundredVersionsAreKeptAndTheLiveOneAmongThem() {
    var made = live(definition("1"));
    IntStream.rangeClosed(1, 104)
        .forEach(n -> {
          var _ = save(made, n, definition("" + (n + 1)));
        });

    var versions = client.get(path(made)).json().path("versions");

    assertEquals(100, versions.size());
    var numbers = versions.findValues("version").stream().map(JsonNode::asInt).toList();
    assertEquals(105, numbers.getFirst());
    assertEquals(1, numbers.getLast(), "it is live");
    assertEquals(7, numbers.get(98));
  }

  private static List<String> names(JsonObject request) {
    return request.getJsonArray("tools", new JsonArray()).stream()
        .map(tool -> ((JsonObject) tool).getJsonObject("function").getString("name"))
        .toList();
  }

  private static List<String> offered(String slug) {
    var all = client.get("/api/v1/chat/assistants").json().path("assistants");
    return StreamSupport.stream(all.spliterator(), false)
        .map(one -> one.path("slug").asText())
        .filter(slug::equals)
        .toList();
  }

  private static String told(String slug) {
    assertEquals(200, ask(slug, "Hello?").status());
    var messages = world.model().exchanges().getLast().body().getJsonArray("messages");
    return messages.getJsonObject(0).getString("content");
  }

  private static String asked() {
    return world.model().exchanges().getLast().body().encode();
  }

  private static Client.Reply ask(String slug, String question) {
    return client.post(
        "/ask", new JsonObject().put("query", question).put("assistant", slug).encode());
  }

  private static Client.Reply completion(String slug, String question) {
    var message = new JsonObject().put("role", "user").put("content", question);
    var body =
        new JsonObject()
            .put("model", "assistant:" + slug)
            .put("messages", new JsonArray().add(message));
    return client.post("/v1/chat/completions", body.encode());
  }

  private static List<Event> events(String slug, String question) {
    var begun = client.post(CONVERSATIONS, "{\"assistant\":\"" + slug + "\"}").json();
    return world.events(posted(begun, question).path("id").asText());
  }

  /// The turn of one more question, when it has ended.
  private static JsonNode turn(JsonNode conversation) {
    var id = posted(conversation, "Hello?").path("id").asText();
    assertEquals("completed", world.events(id).getLast().name());
    return client.get("/api/v1/chat/turns/" + id).json();
  }

  private static JsonNode posted(JsonNode conversation, String question) {
    var path = CONVERSATIONS + "/" + conversation.path("id").asText() + "/messages";
    var posted = client.post(path, new JsonObject().put("text", question).encode());
    assertEquals(202, posted.status(), posted.body());
    return posted.json().path("turn");
  }

  private static JsonObject definition(String instructions) {
    return new JsonObject()
        .put("instructions", instructions)
        .put("greeting", "")
        .put("suggestions", new JsonArray());
  }

  private static JsonObject wanted(JsonObject definition) {
    var number = COUNT.incrementAndGet();
    return new JsonObject()
        .put("slug", "assistant-" + number)
        .put("name", "Assistant " + number)
        .put("definition", definition);
  }

  private static JsonNode add(JsonObject definition) {
    var added = client.post(ADMIN, wanted(definition).encode());
    assertEquals(201, added.status(), added.body());
    return added.json();
  }

  private static JsonNode live(JsonObject definition) {
    var made = add(definition);
    publish(made, 1);
    return made;
  }

  private static JsonNode save(JsonNode made, int after, JsonObject definition) {
    var saved = client.post(path(made) + "/versions", version(after, definition));
    assertEquals(201, saved.status(), saved.body());
    return saved.json();
  }

  private static void publish(JsonNode made, int version) {
    var live = client.post(path(made) + "/publish", "{\"version\":" + version + "}");
    assertEquals(200, live.status(), live.body());
    assertEquals(version, live.json().at("/assistant/live_version").asInt());
  }

  private static String version(int after, JsonObject definition) {
    return new JsonObject().put("after", after).put("definition", definition).encode();
  }

  private static String path(JsonNode made) {
    return ADMIN + "/" + made.at("/assistant/id").asText();
  }
}
