package dev.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.parley.testkit.Await;
import dev.parley.testkit.FakeProvider;
import dev.parley.testkit.Pictures;
import dev.parley.testkit.PostgresFixture;
import dev.parley.testkit.Script;
import dev.parley.testkit.SqlScript;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Conversations at rest: sealed, mixed, sealed anew, and without their key. One database, and a
/// product of its own for each setting, one after the other.
@TestMethodOrder(OrderAnnotation.class)
final class SealedMessagesIT {
  @RegisterExtension static final PostgresFixture POSTGRES = PostgresFixture.migrated();
  @TempDir static Path folder;

  private static final String K1 = "k1:q83vEjRWeJq83vEjRWeJq83vEjRWeJq83vEjRWeJq7w=";
  private static final String K2 = "k2:EjRWeJq83vEjRWeJq83vEjRWeJq83vEjRWeJq83vEjQ=";
  private static final String CONVERSATIONS = "/api/v1/chat/conversations";

  /// What the sealed conversation is about; `quagga` stands in the cited document as well, which
  /// the tables of documents hold as it is.
  private static final List<String> WORDS =
      List.of("quagga", "thylacine", "aurochs", "moorhen", "dodo");

  private static final String PICTURE =
      Base64.getEncoder().encodeToString(Pictures.png(new byte[3])) + "moorhens";

  private static FakeProvider provider;
  private static String sealed = "";
  private static String plain = "";
  private static String turn = "";
  private static String link = "";
  private static String image = "";
  private static JsonNode asFirstRead = MissingNode.getInstance();
  private static List<Client.Event> events = List.of();

  @BeforeAll
  static void start() {
    provider = FakeProvider.start(POSTGRES.vertx());
  }

  @AfterAll
  static void stop() {
    provider.close();
  }

  @Test
  @Order(1)
  void noTableHoldsAWordOfASealedConversation() {
    try (var product = product(true, K1)) {
      var client = new Client(product.url());
      var document = client.read("animals.md", "# Animals\n\nThe quagga was striped in front.\n");
      assertEquals("ready", document.path("state").asText(), document::toString);
      sealed = create(client, "{\"title\":\"Of the aurochs\"}");

      provider.then(answer("The quagga was striped in front [1]. ", "Not so the thylacine."));
      turn = ask(client, sealed, "Which quagga was striped in front?", "moorhen key");
      provider.then(Script.refusal(400, "{\"error\":{\"message\":\"no dodo here\"}}"));
      var _ = ask(client, sealed, "And what of the dodo?", "another moorhen key");
      judgeAndShare(client);
      show(client);
      handOver(client);
      evaluate(client);
      asFirstRead = client.get(CONVERSATIONS + "/" + sealed).json();
      events = events(client, 0);

      assertEquals("Of the aurochs", asFirstRead.path("conversation").path("title").asText());
      assertTrue(asFirstRead.toString().contains("thylacine"), asFirstRead::toString);
      assertEquals(
          "The quagga was striped in front",
          asFirstRead.path("messages").path(1).path("citations").path(0).path("quote").asText());
      assertEquals("completed", events.getLast().name());
      assertEquals(List.of(sealed), found(client, "AUROCHS"));
      assertEquals(List.of(sealed), found(client, "thylacine"));
      assertEquals(List.of(), found(client, "pangolin"));
    }
    assertEquals(List.of(), TextsAtRest.holding(POSTGRES, WORDS));
  }

  @Test
  @Order(2)
  void afterARestartWithTheSettingOffItReadsAsBeforeAndNewTextsAreNotSealed() {
    try (var product = product(false, K1)) {
      var client = new Client(product.url());

      assertEquals(asFirstRead, client.get(CONVERSATIONS + "/" + sealed).json());
      assertEquals(events.subList(3, events.size()), events(client, 3));
      assertEquals(turn, ask(client, sealed, "Which quagga was striped in front?", "moorhen key"));

      plain = create(client, "{}");
      provider.then(answer("Only the moorhen."));
      var _ = ask(client, plain, "Which bird is it?", "a key");
      assertEquals(List.of(plain, sealed), titles(client).keySet().stream().toList());
      assertEquals(List.of(plain), found(client, "only the moorhen"));
      assertEquals(List.of(sealed), found(client, "quagga"));
    }
    assertEquals(
        List.of("message.text: moorhen", "turn_log.events: moorhen"),
        TextsAtRest.holding(POSTGRES, WORDS));
  }

  @Test
  @Order(3)
  void withoutItsKeyAConversationIsAnErrorThatSaysSo() {
    try (var product = product(true, K2)) {
      var client = new Client(product.url());
      var events = "/api/v1/chat/turns/" + turn + "/events";

      for (var path : List.of(CONVERSATIONS + "/" + sealed, CONVERSATIONS, events)) {
        var reply = client.get(path);
        assertEquals(500, reply.status(), path);
        assertEquals("sealed_text_unreadable", reply.json().path("code").asText(), path);
        assertTrue(reply.body().contains("ENCRYPTION_KEY"), reply.body());
      }
      assertEquals(200, client.get(CONVERSATIONS + "/" + plain).status());
    }
  }

  @Test
  @Order(4)
  void sealingAnewNeverLaysOpenAndSealsWhatIsPlainWhereTheSettingSaysSo() {
    var old = count("turn_log WHERE sealed");
    var fresh = count("turn_log WHERE NOT sealed");
    assertEquals(
        report(
            List.of(
                line("titles", 1, 0, 0, 1),
                line("messages", 7, 0, 0, 2),
                line("logs of turns", old, 0, 0, fresh)),
            List.of(1, 0, 0),
            "Nothing is left of the older keys."),
        reseal(false, K2 + "," + K1));
    assertEquals(
        report(
            List.of(
                line("titles", 0, 0, 1, 1),
                line("messages", 0, 0, 7, 2),
                line("logs of turns", 0, 0, old, fresh)),
            List.of(0, 0, 1),
            "What cannot be opened was left as it is: its key is not in ENCRYPTION_KEY."),
        reseal(false, K1));
    assertEquals(
        report(
            List.of(
                line("titles", 1, 1, 0, 0),
                line("messages", 2, 7, 0, 0),
                line("logs of turns", fresh, old, 0, 0)),
            List.of(0, 1, 0),
            "Nothing is left of the older keys."),
        reseal(true, K2));
    assertEquals(List.of(), TextsAtRest.holding(POSTGRES, WORDS));
  }

  @Test
  @Order(5)
  void whatWasSealedAnewReadsWithTheNewKeyAlone() {
    try (var product = product(true, K2)) {
      var client = new Client(product.url());

      assertEquals(asFirstRead, client.get(CONVERSATIONS + "/" + sealed).json());
      assertEquals(events, events(client, 0));
      var shared = client.get("/api/v1/chat/shared/" + link).body();
      assertTrue(shared.contains("Of the aurochs") && shared.contains("thylacine"), shared);
      assertEquals(PICTURE, client.get(image).json().path("base64").asText());
      assertEquals("Which bird is it?", titles(client).get(plain));
      var renamed = client.patch(CONVERSATIONS + "/" + plain, "{\"title\":\"Of the dodo\"}");
      assertEquals("Of the dodo", renamed.json().path("title").asText(), renamed.body());
    }
    assertEquals(List.of(), TextsAtRest.holding(POSTGRES, WORDS));
  }

  private static void judgeAndShare(Client client) {
    var path = CONVERSATIONS + "/" + sealed;
    var message = client.get(path).json().path("messages").path(1).path("id").asText();
    var judged = "{\"rating\":\"down\",\"text\":\"No word of the moorhen\"}";
    assertEquals(
        200, client.send("PUT", path + "/messages/" + message + "/feedback", judged).status());
    var made = client.send("POST", path + "/shares", "");
    assertEquals(201, made.status(), made.body());
    link = made.json().path("token").asText();
  }

  /// Its name and its bytes, as they are stored, are words too.
  private static void show(Client client) {
    var path = CONVERSATIONS + "/" + sealed;
    var made = client.attach(path, "aurochs.png", Base64.getDecoder().decode(PICTURE));
    assertEquals(201, made.status(), made.body());
    var id = made.json().path("id").asText();
    image = path + "/attachments/" + id;
    provider.then(answer("A thylacine."));
    var shown = new JsonObject().put("text", "Is it a dodo?").put("attachment_ids", List.of(id));
    var posted = client.post(path + "/messages", shown.encode());
    assertEquals(202, posted.status(), posted.body());
    var turn = posted.json().at("/turn/id").asText();
    var _ = client.events("/api/v1/chat/turns/" + turn + "/events", 0, Integer.MAX_VALUE);
  }

  private static void handOver(Client client) {
    var wish = "{\"reason\":\"The dodo\",\"page\":\"/aurochs\"}";
    var asked = client.post(CONVERSATIONS + "/" + sealed + "/handover", wish);
    assertEquals(200, asked.status(), asked.body());
    var inbox = "/api/v1/inbox/" + sealed;
    assertEquals(200, client.post(inbox + "/claim", "{\"epoch\":0}").status());
    assertEquals(201, client.post(inbox + "/messages", "{\"text\":\"A moorhen.\"}").status());
    assertEquals(201, client.post(inbox + "/notes", "{\"text\":\"Is a quagga.\"}").status());
    var there = client.get(inbox).json();
    assertEquals("The dodo", there.at("/item/handover/reason").asText(), there::toString);
    assertEquals("Is a quagga.", there.at("/notes/0/text").asText(), there::toString);
    assertEquals(200, client.send("POST", inbox + "/close", "").status());
  }

  private static void evaluate(Client client) {
    var wanted =
        """
        {"slug": "guide", "name": "Guide",
         "definition": {"instructions": "Guide.", "greeting": "", "suggestions": []}}
        """;
    var made = client.post("/api/v1/admin/assistants", wanted);
    assertEquals(201, made.status(), made.body());
    var path = "/api/v1/admin/assistants/" + made.json().at("/assistant/id").asText();
    var one =
        """
        {"question": "Where is the dodo?",
         "expect": {"contains": ["moorhen"], "lacks": [], "unknown": false}}
        """;
    assertEquals(201, client.post(path + "/cases", one).status());
    provider.then(answer("The aurochs knows."));
    var run = client.post(path + "/runs", "{\"version\":1}").json().path("id").asText();
    Await.until(
        "the run has ended",
        () -> client.get(path + "/runs/" + run).json().path("results").size() == 1);
    var told = client.get(path + "/runs/" + run).body();
    assertTrue(told.contains("The aurochs knows."), told);
  }

  private static Product product(boolean on, String keys) {
    return Product.with(settings(on, keys));
  }

  private static Map<String, String> settings(boolean on, String keys) {
    var all = new HashMap<String, String>();
    all.put("SEAL_MESSAGES", Boolean.toString(on));
    all.put("ENCRYPTION_KEY", keys);
    all.putAll(POSTGRES.settings());
    all.put("OPENAI_BASE_URL", provider.baseUrl().toString());
    return all;
  }

  private static List<String> reseal(boolean on, String keys) {
    var settings = settings(on, keys);
    settings.put("DATA_DIR", folder.toString());
    var said = new ByteArrayOutputStream();
    var out = new PrintStream(said, true, StandardCharsets.UTF_8);
    var _ = Resealing.run(AppConfig.load(settings), InstantSource.system(), out);
    return said.toString(StandardCharsets.UTF_8).lines().toList();
  }

  /// @param one what is said of the tables that hold one text each
  private static List<String> report(List<String> first, List<Integer> one, String end) {
    var all = new ArrayList<String>();
    for (var kind : Resealing.COLUMNS) {
      all.add("%-19s  0 sealed anew, 0 were already, 0 cannot be opened".formatted(kind.inWords()));
    }
    all.addAll(first);
    all.add(line("summaries", 0, 0, 0, 0));
    for (var kind :
        List.of(
            "feedback",
            "shares",
            "hand-overs",
            "notes",
            "test cases",
            "test results",
            "attachments")) {
      all.add(line(kind, one.get(0), one.get(1), one.get(2), 0));
    }
    all.add(end);
    return all;
  }

  private static String line(String kind, long sealed, long already, long broken, long plain) {
    return "%-19s  %d sealed anew, %d were already, %d cannot be opened, %d are not sealed"
        .formatted(kind, sealed, already, broken, plain);
  }

  private static long count(String rows) {
    var sql = "SELECT count(*) FROM " + rows;
    return SqlScript.run(POSTGRES.vertx(), POSTGRES.administrator(), sql)
        .iterator()
        .next()
        .getLong(0);
  }

  private static Script answer(String... pieces) {
    var script = Script.stream().role();
    for (var piece : pieces) {
      var _ = script.token(piece);
    }
    return script.finish("stop").usage(10, 10).done();
  }

  private static String create(Client client, String body) {
    return client.post(CONVERSATIONS, body).json().path("id").asText();
  }

  /// Asks, and waits for the end of the turn.
  private static String ask(Client client, String conversation, String text, String key) {
    var posted =
        client.post(
            CONVERSATIONS + "/" + conversation + "/messages",
            "{\"text\":\"" + text + "\"}",
            "Idempotency-Key",
            key);
    assertEquals(202, posted.status(), posted::body);
    var id = posted.json().path("turn").path("id").asText();
    var _ = client.events("/api/v1/chat/turns/" + id + "/events", 0, Integer.MAX_VALUE);
    return id;
  }

  private static List<Client.Event> events(Client client, int after) {
    return client.events("/api/v1/chat/turns/" + turn + "/events", after, Integer.MAX_VALUE);
  }

  private static List<String> found(Client client, String words) {
    var query = "?q=" + words.replace(" ", "%20");
    return client.get(CONVERSATIONS + query).json().findValuesAsText("id");
  }

  private static Map<String, String> titles(Client client) {
    var all = new LinkedHashMap<String, String>();
    client
        .get(CONVERSATIONS)
        .json()
        .path("conversations")
        .forEach(one -> all.put(one.path("id").asText(), one.path("title").asText()));
    return all;
  }
}
