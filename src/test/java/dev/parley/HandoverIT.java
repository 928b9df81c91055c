package dev.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.Client.Event;
import dev.parley.Client.Reply;
import dev.parley.platform.time.Stopwatch;
import dev.parley.testkit.Await;
import dev.parley.testkit.FakeProvider;
import dev.parley.testkit.Pictures;
import dev.parley.testkit.PostgresFixture;
import io.vertx.core.Vertx;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A person who asks on one replica and an agent who works on another, over one database.
final class HandoverIT {
  @RegisterExtension static final PostgresFixture POSTGRES = PostgresFixture.migrated();

  private static final String PASSWORD = "four words make a password";
  private static final String CHAT = "/api/v1/chat/conversations/";
  private static final long LIVE_MILLIS = 1_000;

  private static Vertx vertx;
  private static FakeProvider model;
  private static Product one;
  private static Product other;
  private static Client owner;
  private static Client mia;
  private static Client amy;
  private static Client abe;

  private String own;
  private String inbox;

  @BeforeAll
  static void start() {
    vertx = Vertx.vertx();
    model = Product.slowProvider(vertx);
    one = replica();
    var open = new Client(one.url());
    owner = signedIn(one, setUp(open));
    other = replica();
    mia = signedIn(one, register(open, "mia", ""));
    amy = signedIn(other, register(open, "amy", invited("amy")));
    abe = signedIn(one, register(open, "abe", invited("abe")));
  }

  @AfterAll
  static void stop() throws Exception {
    other.close();
    one.close();
    model.close();
    var _ = vertx.close();
  }

  @BeforeEach
  void begin() {
    var made = mia.post("/api/v1/chat/conversations", "{\"title\":\"Otters\"}").json();
    var id = made.path("id").asText();
    own = CHAT + id;
    inbox = "/api/v1/inbox/" + id;
  }

  @Test
  void parleyStopsWhenAPersonTakesOver() {
    var posted = mia.post(own + "/messages", "{\"text\":\"Do otters hold hands?\"}").json();
    var turn = "/api/v1/chat/turns/" + posted.path("turn").path("id").asText() + "/events";
    Await.until("it is being answered", () -> deltas(mia.events(turn, 0, 12)) > 0);
    assertEquals(200, mia.post(own + "/handover", "{}").status());

    var watch = Stopwatch.start();
    assertEquals(200, amy.post(inbox + "/claim", "{\"epoch\":0}").status());
    var events = mia.events(turn, 0, Integer.MAX_VALUE);

    // The other replica looks twice a second; the whole answer would take twenty seconds.
    assertTrue(watch.millis() < 5_000, () -> watch.millis() + " ms");
    assertEquals("cancelled", events.getLast().name());
    assertFalse(json(events.getLast()).has("message_id"));
    var messages = mia.get(own).json().path("messages");
    assertEquals(1, messages.size(), messages::toString);
  }

  @Test
  void anAgentSeesWhatTheQuestionsShow() {
    var image = shown("What is this?");
    var path = inbox + "/attachments/" + image;
    assertEquals(404, amy.get(path).status(), "nobody asked for a person yet");
    assertEquals(200, mia.post(own + "/handover", "{}").status());
    assertEquals(200, amy.post(inbox + "/claim", "{\"epoch\":0}").status());

    assertEquals(image, amy.get(inbox).json().at("/attachments/0/attachment/id").asText());
    var file = amy.get(path).json().path("base64").asText();
    assertEquals(Base64.getEncoder().encodeToString(Pictures.gif()), file);
    assertEquals(403, mia.get(path).status(), "she is no agent");

    assertEquals(200, amy.send("POST", inbox + "/close", "").status());
    var later = shown("And this?");
    assertEquals(1, amy.get(inbox).json().path("attachments").size(), "it is over");
    assertEquals(404, amy.get(inbox + "/attachments/" + later).status());
    assertEquals(200, amy.get(path).status());
  }

  /// Asks a question that shows an image, and does not wait for its answer; returns the image's id.
  private String shown(String question) {
    var id = mia.attach(own, "otter.gif", Pictures.gif()).json().path("id").asText();
    var asked = "{\"text\":\"%s\",\"attachment_ids\":[\"%s\"]}".formatted(question, id);
    var posted = mia.post(own + "/messages", asked);
    assertEquals(202, posted.status(), posted::body);
    var turn = "/api/v1/chat/turns/" + posted.json().at("/turn/id").asText();
    assertEquals(202, mia.post(turn + "/cancel", "{}").status());
    var _ = mia.events(turn + "/events", 0, Integer.MAX_VALUE);
    return id;
  }

  @Test
  void bothSidesAreLiveOverTwoReplicas() throws Exception {
    assertEquals("open", mia.post(own + "/handover", "{}").json().path("state").asText());
    assertEquals(200, amy.post(inbox + "/claim", "{\"epoch\":0}").status());

    var said = following(mia, own, 2);
    var watch = Stopwatch.start();
    assertEquals(201, amy.post(inbox + "/messages", "{\"text\":\"I am here.\"}").status());
    var message = said.get(10, TimeUnit.SECONDS).getLast();
    var toPerson = watch.millis();
    assertTrue(toPerson < LIVE_MILLIS, () -> toPerson + " ms");
    assertEquals("message", message.name());
    assertEquals("I am here.", json(message).path("message").path("text").asText());
    assertEquals("amy", json(message).path("author").path("name").asText());

    var heard = CompletableFuture.supplyAsync(() -> changedBy(amy, 2));
    Client.pause();
    var back = Stopwatch.start();
    var posted = mia.post(own + "/messages", "{\"text\":\"Good.\"}").json();
    var changed = heard.get(10, TimeUnit.SECONDS);
    var toAgent = back.millis();
    assertTrue(toAgent < LIVE_MILLIS, () -> toAgent + " ms");
    assertTrue(posted.path("turn").isMissingNode(), posted::toString);
    assertEquals("claimed", posted.path("handover").path("state").asText());
    assertTrue(changed.contains("said"), changed::toString);
    System.out.printf(
        "hand-over over two replicas: %d ms to the person, %d ms to the agent%n",
        toPerson, toAgent);
  }

  @Test
  void ofTwoAgentsOneGetsIt() {
    var _ = mia.post(own + "/handover", "{\"reason\":\"Refund\"}");
    assertEquals(200, amy.post(inbox + "/claim", "{\"epoch\":0}").status());
    var late = abe.post(inbox + "/claim", "{\"epoch\":0}");

    assertEquals(409, late.status());
    assertEquals("handover_taken", late.json().path("code").asText());
    assertEquals(409, abe.post(inbox + "/messages", "{\"text\":\"Me too.\"}").status());
    assertEquals(403, mia.get(inbox).status(), "members have no inbox");
    assertEquals("Refund", detail(abe).path("item").path("handover").path("reason").asText());
    assertEquals("mia", detail(abe).path("item").path("visitor").path("name").asText());
  }

  @Test
  void afterItIsGivenBackParleyAnswersAndAgentsReadNoMore() {
    var _ = mia.post(own + "/handover", "{}");
    var _ = amy.post(inbox + "/claim", "{\"epoch\":0}");
    var _ = amy.post(inbox + "/messages", "{\"text\":\"I am here.\"}");
    assertEquals(200, amy.post(inbox + "/give-back", "{\"to\":\"assistant\"}").status());

    var posted = mia.post(own + "/messages", "{\"text\":\"zx81later?\"}").json();
    assertTrue(posted.hasNonNull("turn"), posted::toString);
    assertFalse(detail(amy).toString().contains("zx81later"));
    assertEquals("given_back", detail(amy).at("/item/handover/outcome").asText());
    var turn = "/api/v1/chat/turns/" + posted.path("turn").path("id").asText();
    var _ = mia.post(turn + "/cancel", "{}");
  }

  @Test
  void aRuleHandsOver() {
    var rule =
        """
        {"name":"Lawyers","definition":{"where":["input"],"keywords":["lawsuit"],
         "action":{"type":"hand_over","reply":"A colleague will answer this."}}}
        """;
    assertEquals(201, owner.post("/api/v1/admin/policies", rule).status());
    var posted = mia.post(own + "/messages", "{\"text\":\"I plan a lawsuit.\"}").json();
    var turn = "/api/v1/chat/turns/" + posted.path("turn").path("id").asText() + "/events";
    var events = mia.events(turn, 0, Integer.MAX_VALUE);

    assertTrue(
        events.stream()
            .anyMatch(event ->
                event.name().equals("handover")
                    && json(event).path("asked_by").asText().equals("rule")));
    assertEquals("completed", events.getLast().name());
    var detail = mia.get(own).json();
    assertEquals("open", detail.at("/handover/state").asText());
    assertEquals("A colleague will answer this.", detail.at("/messages/1/text").asText());
    assertEquals("Lawyers", detail(amy).at("/item/handover/reason").asText());
    var metrics = new Client(one.url()).get("/metrics").body();
    assertTrue(metrics.contains("escalations_total{by=\"rule\",} 1.0"), metrics);
  }

  @Test
  void whatAPersonSaidIsSharedAndExportedAsTheirs() {
    var _ = mia.post(own + "/handover", "{}");
    var _ = amy.post(inbox + "/claim", "{\"epoch\":0}");
    var _ = mia.post(own + "/messages", "{\"text\":\"Where are you?\"}");
    var _ = amy.post(inbox + "/messages", "{\"text\":\"In the archive.\"}");

    var markdown = mia.get(own + "/export?format=markdown").body();
    assertTrue(markdown.contains("## Answer of a person\n\nIn the archive."), markdown);
    var file = mia.get(own + "/export?format=json").body();
    var taken = mia.post("/api/v1/chat/import", file);
    assertEquals(201, taken.status(), taken.body());
    var token = mia.send("POST", own + "/shares", "").json().path("token").asText();
    var shared = mia.get("/api/v1/chat/shared/" + token).json();
    assertEquals("agent", shared.at("/messages/1/role").asText(), shared::toString);
    assertFalse(shared.toString().contains("amy"), "a link names nobody");
  }

  @Test
  void whatMiaShowsIsSeenByNobodyOutsideTheInbox() {
    var shown = shown("What is this?");
    assertEquals(200, mia.post(own + "/handover", "{}").status());
    assertEquals(200, amy.post(inbox + "/claim", "{\"epoch\":0}").status());
    assertEquals(201, mia.send("POST", own + "/shares", "").status());

    var path = own + "/attachments/" + shown;
    assertEquals(200, mia.get(path).status());
    for (var other : List.of(amy, abe, owner)) {
      assertEquals(404, other.get(path).status());
      assertEquals(404, other.attach(own, "b.gif", Pictures.gif()).status());
    }
    assertEquals(401, new Client(one.url()).get(path).status());
    var body = "{\"text\":\"And this?\",\"attachment_ids\":[\"" + shown + "\"]}";
    assertEquals(
        "attachments_not_taken",
        mia.post(own + "/messages", body).json().path("code").asText(),
        "people who answer are shown texts alone");
  }

  @Test
  void whoTypesIsSeenOnTheOtherReplica() {
    var _ = mia.post(own + "/handover", "{}");
    var _ = amy.post(inbox + "/claim", "{\"epoch\":0}");
    assertEquals(204, mia.send("PUT", own + "/typing", "{\"typing\":true}").status());

    Await.until("the agent sees it", () -> detail(amy).at("/presence/0/typing").asBoolean());
    assertEquals("user", detail(amy).at("/presence/0/side").asText());
    Await.until("it passes", () -> !detail(amy).at("/presence/0/typing").asBoolean());
  }

  private static JsonNode json(Event event) {
    try {
      return new ObjectMapper().readTree(event.data());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonNode detail(Client agent) {
    return agent.get(inbox).json();
  }

  private static long deltas(List<Event> events) {
    return events.stream().filter(event -> event.name().equals("delta")).count();
  }

  /// Reads a conversation's events behind a number, one of them.
  private static CompletableFuture<List<Event>> following(Client reader, String own, int seen) {
    var next = CompletableFuture.supplyAsync(() -> reader.events(own + "/events", seen, 1));
    Client.pause();
    return next;
  }

  private static String changedBy(Client agent, int many) {
    return agent.events("/api/v1/inbox/events", 0, many).toString();
  }

  private static Product replica() {
    return Product.guarded(
        POSTGRES.settings(),
        "JWT_SECRET_KEY",
        "a-key-of-these-tests-that-is-long-enough",
        "OPENAI_BASE_URL",
        model.baseUrl().toString());
  }

  private static Reply setUp(Client open) {
    return open.post(
        "/api/v1/setup",
        """
        {"token":"%s","workspace_name":"W","owner_name":"Olga",
         "owner_email":"olga@example.org","owner_password":"%s"}
        """
            .formatted(one.setupToken(), PASSWORD));
  }

  private static String invited(String name) {
    var wish = "{\"email\":\"%s@example.org\",\"role\":\"agent\"}".formatted(name);
    var link = owner.post("/api/v1/admin/invitations", wish).json().path("link").asText();
    return ",\"invitation\":\"" + link.substring(link.indexOf('#') + 1) + "\"";
  }

  private static Reply register(Client open, String name, String invitation) {
    return open.post(
        "/api/v1/auth/register",
        "{\"email\":\"%s@example.org\",\"name\":\"%s\",\"password\":\"%s\"%s}"
            .formatted(name, name, PASSWORD, invitation));
  }

  private static Client signedIn(Product replica, Reply reply) {
    assertEquals(201, reply.status(), reply.body());
    return new Client(replica.url()).as(reply.json().path("access_token").asText());
  }
}
