package dev.parley;

import static dev.parley.ToolWorld.ADMIN;
import static dev.parley.ToolWorld.TOOLS;
import static dev.parley.testkit.ToolScripts.saying;
import static dev.parley.testkit.ToolScripts.using;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.Client.Event;
import dev.parley.testkit.Await;
import dev.parley.testkit.ToolScripts.Use;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Tools as people meet them: set up by administrators, used by a model while it answers.
final class ToolsIT {
  private static final String ID = "\"id\":{\"type\":\"string\",\"maxLength\":40}";
  private static final String NOTE = "\"text\":{\"type\":\"string\"}";

  private static ToolWorld world;
  private static Client client;

  @BeforeAll
  static void start() {
    world = new ToolWorld(_ -> saying("Done."));
    client = world.client();
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @AfterEach
  void nothingStays() {
    world.removeTools();
    assertEquals(200, client.send("PUT", ADMIN + "/tool_switch", "{\"stopped\":false}").status());
  }

  @Test
  void aToolThatReadsIsUsedAtOnceAndItsAnswerRead() {
    var _ = world.tool("order", "GET", "/orders/{id}", false, ID);
    world.model().then(using(new Use("order", "{\"id\":\"A 7\"}")));
    world.model().then(saying("It is on its way."));

    var turn = world.ask("Where is order A 7?");
    var events = world.events(turn);

    assertEquals(List.of("running"), states(events), events::toString);
    assertEquals("{\"id\":\"A 7\"}", one(events, "tool_call").json().path("arguments").asText());
    var result = one(events, "tool_result").json();
    assertEquals("ok", result.path("outcome").asText(), result::toString);
    assertTrue(result.path("text").asText().contains("/orders/A%207"), result::toString);
    assertEquals("completed", events.getLast().name());
    var usage = one(events, "usage").json().path("usage");
    assertEquals(17, usage.path("input_tokens").asInt(), usage::toString);
    assertEquals(7, usage.path("output_tokens").asInt(), usage::toString);
    var second = world.model().exchanges().getLast().body().encode();
    assertTrue(second.contains("\"role\":\"tool\""), second);
    assertTrue(second.contains("<<<" + turn.replace("-", "")), second);
    Await.until("the log is stored", () -> !world.events(turn).isEmpty());
    assertEquals(events, world.events(turn), "a later reader sees the same");
    var _ = world.events(world.ask("What does no tool know?"));
    var unanswered = client.get("/api/v1/admin/questions").body();
    assertTrue(unanswered.contains("What does no tool know?"), unanswered);
    assertFalse(unanswered.contains("order A 7"), "what a tool said needs no document");
  }

  @Test
  void whatChangesSomethingWaitsAndIsDoneAsShown() {
    var _ = world.tool("note", "POST", "/notes", true, NOTE);
    var before = world.server().seen("/notes");
    world.model().then(using(new Use("note", "{ \"text\" : \"buy \\u00e9clairs\" }")));
    var shown = new AtomicInteger();

    var turn = world.ask("Note that I should buy éclairs.");
    var events =
        world.events(
            turn,
            call -> {
              shown.incrementAndGet();
              assertEquals(before, world.server().seen("/notes"), "nothing before it is allowed");
              assertEquals(204, world.decide(turn, call, "allow"));
              assertEquals(409, world.decide(turn, call, "decline"), "decided is decided");
            });

    assertEquals(1, shown.get());
    assertEquals(List.of("waiting", "running"), states(events));
    assertEquals(before + 1, world.server().seen("/notes"));
    assertEquals(
        one(events, "tool_call").json().path("arguments").asText(),
        world.server().seen().getLast().body());
    var audit = client.get(ADMIN + "/audit?action=tool.used&limit=1").json();
    assertEquals("note", audit.at("/events/0/detail/name").asText(), audit::toString);
  }

  @Test
  void whatIsDeclinedIsNotDone() {
    var _ = world.tool("note", "POST", "/declined", true, NOTE);
    world.model().then(using(new Use("note", "{\"text\":\"x\"}")));
    world.model().then(saying("Then not."));

    var turn = world.ask("Note x.");
    var events = world.events(turn, call -> assertEquals(204, world.decide(turn, call, "decline")));

    assertEquals("declined", one(events, "tool_result").json().path("outcome").asText());
    assertEquals(0, world.server().seen("/declined"));
    assertEquals("completed", events.getLast().name());
    assertEquals(404, world.decide("00000000-0000-0000-0000-000000000000", 1, "allow"));
  }

  @Test
  void aProgramThatWantsTheAnswerAloneAllowsNothing() {
    var _ = world.tool("note", "POST", "/unattended", true, NOTE);
    world.model().then(using(new Use("note", "{\"text\":\"x\"}")));

    var answer = client.post("/ask", "{\"query\":\"Note x.\"}");

    assertEquals("Done.", answer.json().path("answer").asText(), answer.body());
    assertEquals(0, world.server().seen("/unattended"));
  }

  @Test
  void stoppingTheAnswerStopsTheWaiting() {
    var _ = world.tool("note", "POST", "/stopped", true, NOTE);
    world.model().then(using(new Use("note", "{\"text\":\"x\"}")));

    var turn = world.ask("Note x.");
    var events =
        world.events(
            turn,
            _ ->
                assertEquals(
                    202,
                    client.send("POST", "/api/v1/chat/turns/" + turn + "/cancel", "").status()));

    assertEquals("cancelled", events.getLast().name(), events::toString);
    assertEquals(409, world.decide(turn, 1, "allow"));
    assertEquals(0, world.server().seen("/stopped"));
  }

  @Test
  void aModelThatNeverStopsIsStopped() {
    var _ = world.tool("order", "GET", "/endless/{id}", false, ID);
    for (var i = 0; i < 12; i++) {
      world.model().then(using(new Use("order", "{\"id\":\"" + i + "\"}")));
    }

    var events = world.events(world.ask("Where is it?"));

    assertEquals(8, world.server().seen("/endless"));
    assertEquals("failed", events.getLast().name());
    var _ = world.events(world.ask("once more")); // uses up what is left of the scripts
    assertEquals("Done.", ended("And now?"));
  }

  @Test
  void wrongArgumentsAndUnknownToolsComeBackToTheModel() {
    var _ = world.tool("order", "GET", "/orders/{id}", false, ID);
    world
        .model()
        .then(
            using(
                new Use("order", "{\"id\":7}"),
                new Use("delete_everything", "{}"),
                new Use("order", "{\"id\":")));

    var events = world.events(world.ask("Where is it?"));

    assertEquals(List.of("refused", "refused", "refused"), states(events));
    var asked = world.model().exchanges().getLast().body().encode();
    assertTrue(asked.contains("The arguments do not fit."), asked);
    assertTrue(asked.contains("There is no such tool"), asked);
    assertEquals("completed", events.getLast().name());
  }

  @Test
  void switchedOffIsOffAtOnce() {
    var id = world.tool("order", "GET", "/off/{id}", false, ID);
    assertEquals(200, client.patch(TOOLS + "/" + id, "{\"enabled\":false}").status());
    world.model().then(using(new Use("order", "{\"id\":\"1\"}")));
    var one = world.events(world.ask("Where is it?"));
    assertEquals(List.of(), states(one), "a model that is offered none is given none");

    assertEquals(200, client.patch(TOOLS + "/" + id, "{\"enabled\":true}").status());
    var note = world.tool("note", "POST", "/off", true, NOTE);
    world.model().then(using(new Use("note", "{\"text\":\"x\"}")));
    var turn = world.ask("Note x.");
    var events =
        world.events(
            turn,
            call -> {
              assertEquals(
                  200, client.send("PUT", ADMIN + "/tool_switch", "{\"stopped\":true}").status());
              assertEquals(204, world.decide(turn, call, "allow"));
            });

    var result = one(events, "tool_result").json();
    assertEquals("error", result.path("outcome").asText(), result::toString);
    assertEquals(0, world.server().seen("/off"), note);
  }

  @Test
  void rulesDenyAndRedactWhatToolsAreGiven() {
    var _ = world.tool("note", "POST", "/ruled", false, NOTE);
    var policies = ADMIN + "/policies";
    var deny =
        client.post(
            policies,
            "{\"name\":\"no-orion\",\"definition\":{\"where\":[\"tool\"],\"keywords\":[\"orion\"],\"action\":{\"type\":\"deny\"}}}");
    var redact =
        client.post(
            policies,
            "{\"name\":\"mail\",\"definition\":{\"where\":[\"tool\"],\"kinds\":[\"email\"],\"action\":{\"type\":\"redact\"}}}");
    try {
      world
          .model()
          .then(
              using(
                  new Use("note", "{\"text\":\"project Orion\"}"),
                  new Use("note", "{\"text\":\"to a@example.org\"}")));

      var events = world.events(world.ask("Note it."));

      assertEquals(List.of("refused", "running"), states(events), events::toString);
      assertEquals(1, world.server().seen("/ruled"));
      assertEquals("{\"text\":\"to [email]\"}", world.server().seen().getLast().body());
      var refused = client.get(ADMIN + "/audit?action=policy.refused&limit=1").json();
      assertEquals("tool", refused.at("/events/0/detail/where").asText(), refused::toString);
    } finally {
      for (var one : List.of(deny, redact)) {
        var _ = client.delete(policies + "/" + one.json().path("id").asText());
      }
    }
  }

  @Test
  void builtInToolsNeedNoServer() {
    for (var name : List.of("calculator", "time", "search")) {
      var path = ADMIN + "/tool_builtins/" + name;
      assertEquals(200, client.send("PUT", path, "{\"enabled\":true}").status());
    }
    try {
      world
          .model()
          .then(
              using(
                  new Use("calculator", "{\"expression\":\"0.1+0.2\"}"),
                  new Use("time", "{\"zone\":\"Asia/Tokyo\"}"),
                  new Use("search", "{\"query\":\"language model\"}")));

      var events = world.events(world.ask("What is it?"));

      var results = all(events, "tool_result").stream().map(Event::data).toList();
      assertTrue(results.get(0).contains("\"text\":\"0.3\""), results::toString);
      assertTrue(results.get(1).contains("Asia/Tokyo"), results::toString);
      assertTrue(results.get(2).contains("\"outcome\":\"ok\""), results::toString);
    } finally {
      for (var name : List.of("calculator", "time", "search")) {
        var _ = client.send("PUT", ADMIN + "/tool_builtins/" + name, "{\"enabled\":false}");
      }
    }
  }

  @Test
  void aPersonIsAskedForWhenThatWasAllowed() {
    var path = ADMIN + "/tool_builtins/hand_over";
    assertEquals(200, client.send("PUT", path, "{\"enabled\":true}").status());
    try {
      world.model().then(using(new Use("hand_over", "{\"reason\":\"Wants a person.\"}")));

      var turn = world.ask("I want a person.");
      var events = world.events(turn, call -> assertEquals(204, world.decide(turn, call, "allow")));

      assertEquals(
          "tool", one(events, "handover").json().path("asked_by").asText(), events::toString);
      var inbox = client.get("/api/v1/inbox?filter=queue").body();
      assertTrue(inbox.contains("Wants a person."), inbox);
    } finally {
      var _ = client.send("PUT", path, "{\"enabled\":false}");
    }
  }

  @Test
  void secretsAreSentAndNeverShown() {
    var wanted =
        "{\"name\":\"sealed\",\"description\":\"d\",\"method\":\"GET\",\"url\":\"%s/s\",\"credential\":{\"header\":\"Authorization\",\"value\":\"Bearer a-secret-of-ours\"}}"
            .formatted(world.server().url());
    var id = client.post(TOOLS, wanted).json().path("id").asText();

    var _ = world.attempt(id, "{}");

    var headers = world.server().seen().getLast().headers();
    assertTrue(headers.containsValue("Bearer a-secret-of-ours"), headers::toString);
    assertFalse(client.get(TOOLS).body().contains("a-secret-of"));
    var moved = wanted.replaceFirst(",\"credential\".*", "}").replace("/s\"", "/t\"");
    assertEquals(200, client.send("PUT", TOOLS + "/" + id, moved).status());
    assertTrue(client.get(TOOLS).json().at("/tools/0/credential/header").isTextual());
    var elsewhere = moved.replace(world.server().url(), world.foreign().url());
    assertEquals(200, client.send("PUT", TOOLS + "/" + id, elsewhere).status());
    assertFalse(client.get(TOOLS).json().at("/tools/0/credential/header").isTextual());
  }

  @Test
  void toolsComeFromADocument() {
    var document =
        "{\"openapi\":\"3.1.0\",\"info\":{\"title\":\"t\"},\"servers\":[{\"url\":\"%s/api\"}],\"paths\":{\"/a/{x}\":{\"get\":{\"operationId\":\"getA\",\"parameters\":[{\"name\":\"x\",\"in\":\"path\",\"required\":true,\"schema\":{\"type\":\"string\"}}]}}}}"
            .formatted(world.server().url());
    world.server().say("openapi", document);
    var source = "{\"url\":\"" + world.server().url() + "/texts/openapi\"}";

    var seen = client.post(ADMIN + "/tool_imports/preview", source);
    var wanted = "{\"source\":" + source + ",\"tools\":[{\"operation\":\"GET /a/{x}\"}]}";
    var added = client.post(ADMIN + "/tool_imports", wanted);

    assertEquals("getA", seen.json().at("/operations/0/name").asText(), seen.body());
    assertEquals(201, added.status(), added.body());
    var tried = world.attempt(added.json().at("/tools/0/id").asText(), "{\"x\":\"y z\"}");
    assertTrue(tried.path("text").asText().contains("/api/a/y%20z"), tried::toString);
    var metrics = client.get("/metrics").body();
    assertTrue(metrics.contains("tool_calls_total{tool=\"getA\",outcome=\"ok\",} 1.0"), metrics);
  }

  private static String ended(String question) {
    var text = new StringBuilder();
    for (var event : all(world.events(world.ask(question)), "delta")) {
      text.append(event.json().path("text").asText());
    }
    return text.toString();
  }

  private static List<String> states(List<Event> events) {
    return all(events, "tool_call").stream()
        .map(event -> event.json().path("state").asText())
        .toList();
  }

  private static Event one(List<Event> events, String name) {
    return all(events, name).getLast();
  }

  private static List<Event> all(List<Event> events, String name) {
    return events.stream().filter(event -> event.name().equals(name)).toList();
  }
}
