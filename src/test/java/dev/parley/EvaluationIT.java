package dev.parley;

import static dev.parley.testkit.ToolScripts.saying;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testkit.Await;
import dev.parley.testkit.Script;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// From a question without a good answer to a version that has one.
final class EvaluationIT {
  private static final String ADMIN = "/api/v1/admin/assistants";
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final Duration PACE = Duration.ofMillis(400);

  private static ToolWorld world;
  private static Client client;

  @BeforeAll
  static void start() {
    world = new ToolWorld(EvaluationIT::answer);
    client = world.client();
    world.awaitDocuments();
    var read = client.read("lantern.md", "# Lantern\n\nThe blue lantern shines for nine miles.\n");
    assertEquals("ready", read.path("state").asText());
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  /// The model knows the miles where it is told to look, and takes its time where it is told to.
  private static Script answer(JsonObject request) {
    var told = request.encode();
    if (told.contains("Be slow.")) {
      return Script.stream().role().pause(PACE).token("Late.").finish("stop").usage(7, 3).done();
    }
    return told.contains("Look well.")
        ? saying("The blue lantern shines for nine miles. [1]")
        : saying("I do not know.");
  }

  @Test
  void aBetterVersionPassesWhereTheLiveOneFails() {
    var assistant = add("Guess.");
    assertEquals(
        201,
        client
            .post(
                path(assistant) + "/versions",
                new JsonObject()
                    .put("after", 1)
                    .put("definition", definition("Look well."))
                    .encode())
            .status());
    addCase(
        assistant,
        "How far does the blue lantern shine?",
        cites("Lantern").put("contains", words("nine")));
    addCase(assistant, "Who feeds the griffins of Mars?", expect().put("lacks", words("nine")));

    var first = run(assistant, 1);
    var second = run(assistant, 2);

    assertEquals(1, first.at("/run/passed").asInt(), first::toString);
    assertEquals(List.of("not_cited", "missing"), kinds(first, 0));
    assertEquals("I do not know.", result(first, 0).path("answer").asText());
    assertTrue(result(second, 0).path("passed").asBoolean(), second::toString);
    assertEquals("Lantern", result(second, 0).at("/sources/0").asText());
    var runs = client.get(path(assistant) + "/runs").json().path("runs");
    assertEquals(List.of(2, 1), runs.findValues("version").stream().map(JsonNode::asInt).toList());
    assertEquals(
        0, client.get("/api/v1/chat/conversations?q=griffins").json().path("conversations").size());
  }

  @Test
  void aRunIsStoppedAndKeepsWhatHasCome() {
    var assistant = add("Be slow.");
    for (var i = 0; i < 30; i++) {
      addCase(assistant, "Question " + i + "?", expect().put("contains", words("late")));
    }
    var begun = client.post(path(assistant) + "/runs", "{\"version\":1}");
    assertEquals(202, begun.status(), begun.body());
    var again = client.post(path(assistant) + "/runs", "{\"version\":1}");
    assertEquals("run_running", again.json().path("code").asText());
    var told = path(assistant) + "/runs/" + begun.json().path("id").asText();
    Await.until("some have come", () -> client.get(told).json().at("/run/done").asInt() > 0);

    var stopped = client.send("POST", told + "/cancel", "");

    assertEquals("cancelled", stopped.json().path("state").asText(), stopped.body());
    var after = client.get(told).json();
    assertTrue(after.at("/run/done").asInt() < 30, after::toString);
    assertEquals(after.at("/run/done").asInt(), after.path("results").size());
    assertEquals(
        "done", run(withOneCase(assistant), 1).at("/run/state").asText(), "another may begin");
  }

  @Test
  void aCaseExpectsSomethingAndARunHasCases() {
    var assistant = add("x");

    var empty = client.post(path(assistant) + "/runs", "{\"version\":1}");
    var nothing = client.post(path(assistant) + "/cases", wanted("What?", expect()));

    assertEquals("no_cases", empty.json().path("code").asText());
    assertEquals(400, nothing.status());
    assertEquals("/expect", nothing.json().at("/errors/0/pointer").asText(), nothing::body);
    assertEquals(404, client.post(path(assistant) + "/runs", "{\"version\":7}").status());
  }

  @Test
  void questionsWithoutAGoodAnswerAreCollectedInGroups() {
    var _ = ask("How tall is the purple griffin of Saturn?");
    var _ = ask("How tall is the purple griffin of Saturn, please?");
    var liked = ask("Where do the singing stones of Wick stand?");
    var path = "/api/v1/chat/conversations/" + liked.path("conversation_id").asText();
    var feedback =
        client.send(
            "PUT",
            path + "/messages/" + liked.path("message_id").asText() + "/feedback",
            "{\"rating\":\"down\",\"reason\":\"wrong\"}");
    assertEquals(200, feedback.status(), feedback.body());

    var found = client.get("/api/v1/admin/questions").json();

    var griffin = group(found, "purple griffin");
    assertEquals(2, griffin.path("count").asInt(), found::toString);
    assertEquals(2, griffin.path("unanswered").asInt());
    var stones = group(found, "singing stones");
    assertEquals(1, stones.path("disliked").asInt());
    assertEquals("wrong", stones.at("/questions/0/reason").asText());
    assertFalse(found.path("groups").isEmpty());
  }

  private static JsonNode group(JsonNode found, String words) {
    return StreamSupport.stream(found.path("groups").spliterator(), false)
        .filter(group -> group.path("question").asText().contains(words))
        .findFirst()
        .orElseThrow(() -> new AssertionError(found.toString()));
  }

  private static JsonNode ask(String question) {
    var reply = client.post("/ask", new JsonObject().put("query", question).encode());
    assertEquals(200, reply.status(), reply.body());
    return reply.json();
  }

  private static JsonNode run(JsonNode assistant, int version) {
    var begun = client.post(path(assistant) + "/runs", "{\"version\":" + version + "}");
    assertEquals(202, begun.status(), begun.body());
    var told = path(assistant) + "/runs/" + begun.json().path("id").asText();
    Await.until(
        "the run has ended",
        () -> !client.get(told).json().at("/run/state").asText().equals("running"));
    return client.get(told).json();
  }

  private static JsonNode result(JsonNode run, int number) {
    var wanted = number == 0 ? "lantern" : "griffins";
    return StreamSupport.stream(run.path("results").spliterator(), false)
        .filter(one -> one.path("question").asText().contains(wanted))
        .findFirst()
        .orElseThrow(() -> new AssertionError(run.toString()));
  }

  private static List<String> kinds(JsonNode run, int number) {
    return result(run, number).path("faults").findValuesAsText("kind");
  }

  private static JsonNode add(String instructions) {
    var number = COUNT.incrementAndGet();
    var wanted =
        new JsonObject()
            .put("slug", "tested-" + number)
            .put("name", "Tested " + number)
            .put("definition", definition(instructions));
    var added = client.post(ADMIN, wanted.encode());
    assertEquals(201, added.status(), added.body());
    return added.json();
  }

  /// The same assistant with one case only.
  private static JsonNode withOneCase(JsonNode assistant) {
    var cases = client.get(path(assistant) + "/cases").json().path("cases");
    for (var i = 1; i < cases.size(); i++) {
      var one = path(assistant) + "/cases/" + cases.get(i).path("id").asText();
      assertEquals(204, client.delete(one).status());
    }
    return assistant;
  }

  private static void addCase(JsonNode assistant, String question, JsonObject expect) {
    var made = client.post(path(assistant) + "/cases", wanted(question, expect));
    assertEquals(201, made.status(), made.body());
  }

  private static String wanted(String question, JsonObject expect) {
    return new JsonObject().put("question", question).put("expect", expect).encode();
  }

  private static JsonObject cites(String document) {
    return expect().put("cites", document);
  }

  private static JsonObject expect() {
    return new JsonObject()
        .put("contains", new JsonArray())
        .put("lacks", new JsonArray())
        .put("unknown", false);
  }

  private static JsonArray words(String word) {
    return new JsonArray().add(word);
  }

  private static JsonObject definition(String instructions) {
    return new JsonObject()
        .put("instructions", instructions)
        .put("greeting", "")
        .put("suggestions", new JsonArray());
  }

  private static String path(JsonNode made) {
    return ADMIN + "/" + made.at("/assistant/id").asText();
  }
}
