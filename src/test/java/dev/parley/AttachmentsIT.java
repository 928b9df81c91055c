package dev.parley;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testkit.FakeProvider;
import dev.parley.testkit.Pictures;
import dev.parley.testkit.Script;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Images in conversations: shown to models that see them, and to nobody else.
final class AttachmentsIT {
  private static final String CONVERSATIONS = "/api/v1/chat/conversations";
  private static final byte[] PNG = Pictures.png("an otter".getBytes(ISO_8859_1));
  private static final byte[] GIF = Pictures.gif();

  private static Vertx vertx;
  private static FakeProvider provider;
  private static Product product;
  private static Client client;

  @BeforeAll
  static void start() {
    vertx = Vertx.vertx();
    provider = FakeProvider.start(vertx, 0, AttachmentsIT::answer);
    product =
        Product.with(
            Map.of(
                "OPENAI_BASE_URL",
                provider.baseUrl().toString(),
                "PARLEY_CHAT_IMAGES_PER_PERSON",
                "6MiB"));
    client = new Client(product.url());
  }

  @AfterAll
  static void stop() {
    product.close();
    provider.close();
    var _ = vertx.close();
  }

  private static Script answer() {
    return Script.stream().role().token("An otter.").finish("stop").usage(9, 9).done();
  }

  @Test
  void aModelIsShownWhatAQuestionShows() {
    var path = begin();
    var otter = attach(path, "otter.png", PNG);
    assertEquals("image/png", otter.path("media_type").asText());
    var heron = attach(path, "heron", GIF);

    assertEquals("completed", ask(client, path, "What is this?", otter, heron));

    var first = parts(0);
    assertEquals("What is this?", first.getJsonObject(0).getString("text"));
    assertEquals(url("png", PNG), image(first, 1));
    assertEquals(url("gif", GIF), image(first, 2));
    var detail = client.get(path).json();
    assertEquals(
        List.of("otter.png", "heron"),
        detail.path("attachments").findValuesAsText("name"),
        detail::toString);
    var file = client.get(path + "/attachments/" + otter.path("id").asText()).json();
    assertEquals(Base64.getEncoder().encodeToString(PNG), file.path("base64").asText());

    assertEquals("completed", ask(client, path, "And how old is it?"));
    assertEquals(url("png", PNG), image(parts(0), 1), "it is remembered");
  }

  @Test
  void aQuestionInOtherWordsShowsTheSame() {
    var path = begin();
    var otter = attach(path, "otter.png", PNG);
    var _ = ask(client, path, "What is this?", otter);
    var question = client.get(path).json().at("/messages/0/id").asText();

    var edited = body("Which animal is this?", otter);
    assertEquals(202, client.post(path + "/messages/" + question + "/edit", edited).status());

    var shown = client.get(path).json().path("attachments");
    assertEquals(2, shown.size(), shown::toString);
  }

  @Test
  void nothingButAnImageOfTheConversationIsTaken() {
    var path = begin();
    var elsewhere = attach(begin(), "otter.png", PNG);

    assertEquals(
        "attachment_type", code(client.attach(path, "a.png", "<svg/>".getBytes(ISO_8859_1)), 415));
    var large = new byte[(5 << 20) + 1];
    System.arraycopy(PNG, 0, large, 0, PNG.length);
    assertEquals("payload_too_large", code(client.attach(path, "a.png", large), 413));
    assertEquals(
        "attachment_type",
        code(client.attach(path, "a.gif", "GIF89a".getBytes(ISO_8859_1)), 415),
        "a picture without a size");
    assertEquals(
        "attachment_pixels",
        code(client.attach(path, "a.png", Pictures.png(10_000, 5_001, new byte[0])), 422));
    assertEquals(
        "not_found", code(client.attach(CONVERSATIONS + "/" + new UUID(7, 7), "a.png", PNG), 404));
    assertEquals(
        "attachment_unknown", code(client.post(path + "/messages", body("What?", elsewhere)), 404));
    assertEquals(
        "attachment_unknown",
        code(client.get(path + "/attachments/" + elsewhere.path("id").asText()), 404));
    var many = new JsonNode[5];
    for (var i = 0; i < many.length; i++) {
      many[i] = attach(path, i + ".png", PNG);
    }
    assertEquals(
        "validation_failed", code(client.post(path + "/messages", body("What?", many)), 400));
    assertTrue(client.get(path).json().path("messages").isEmpty(), "no question was stored");
  }

  @Test
  void thePicturesOfAPersonHaveSoMuchRoom() {
    var path = begin();
    var large = Pictures.png(new byte[4 << 20]);
    assertEquals(201, client.attach(path, "a.png", large).status());

    assertEquals("attachments_no_room", code(client.attach(begin(), "a.png", large), 409));

    assertEquals(204, client.delete(path).status());
    var after = begin();
    assertEquals(201, client.attach(after, "a.png", large).status());
    assertEquals(204, client.delete(after).status());
  }

  @Test
  void aFileNamesAnImageAndDoesNotHoldIt() {
    var path = begin();
    var otter = attach(path, "otter.png", PNG);
    var _ = ask(client, path, "What is this?", otter);

    var file = client.get(path + "/export");

    var shown = file.json().at("/messages/0/images/0");
    assertEquals("otter.png", shown.path("name").asText(), file::body);
    assertEquals("image/png", shown.path("media_type").asText());
    assertFalse(file.body().contains(Base64.getEncoder().encodeToString(PNG)));
    assertTrue(file.json().at("/messages/1/images").isMissingNode(), file::body);
    var markdown = client.get(path + "/export?format=markdown").body();
    assertTrue(markdown.contains("What is this?\n\n- Image: otter.png\n"), markdown);
    var taken = client.post("/api/v1/chat/import", file.body());
    assertEquals(201, taken.status(), taken.body());
    var copy = client.get(CONVERSATIONS + "/" + taken.json().path("id").asText()).json();
    assertTrue(copy.path("attachments").isEmpty(), copy::toString);
  }

  @Test
  void aLinkShowsNoImage() {
    var path = begin();
    var otter = attach(path, "otter.png", PNG);
    var _ = ask(client, path, "What is this?", otter);

    var made = client.send("POST", path + "/shares", "").json();
    var shared = client.get("/api/v1/chat/shared/" + made.path("token").asText());

    assertEquals("What is this?", shared.json().at("/messages/0/text").asText(), shared::body);
    assertFalse(shared.body().contains("otter.png"), shared::body);
    assertFalse(shared.body().contains(otter.path("id").asText()), shared::body);
  }

  @Test
  void aModelThatSeesNothingSaysSo() {
    try (var blind = Product.with(Map.of())) {
      var asker = new Client(blind.url());
      var path = CONVERSATIONS + "/" + asker.post(CONVERSATIONS, "{}").json().path("id").asText();
      var made = asker.attach(path, "otter.png", PNG).json();

      assertEquals("failed", ask(asker, path, "What is this?", made));

      var answer = asker.get(path).json().at("/messages/1");
      assertEquals("images_not_read", answer.at("/problem/code").asText(), answer::toString);
      assertEquals("completed", ask(asker, path, "What is an otter?"));
    }
  }

  @Test
  void itGoesWithItsConversation() {
    var path = begin();
    var otter = attach(path, "otter.png", PNG);
    var _ = ask(client, path, "What is this?", otter);

    assertEquals(204, client.delete(path).status());

    assertEquals(404, client.get(path + "/attachments/" + otter.path("id").asText()).status());
  }

  private static String begin() {
    return CONVERSATIONS + "/" + client.post(CONVERSATIONS, "{}").json().path("id").asText();
  }

  private static JsonNode attach(String path, String name, byte[] file) {
    var made = client.attach(path, name, file);
    assertEquals(201, made.status(), made.body());
    assertEquals(file.length, made.json().path("bytes").asInt());
    return made.json();
  }

  private static String body(String text, JsonNode... attachments) {
    var ids = new JsonArray();
    for (var one : attachments) {
      ids.add(one.path("id").asText());
    }
    return new JsonObject().put("text", text).put("attachment_ids", ids).encode();
  }

  /// The name of the last event.
  private static String ask(Client asker, String path, String text, JsonNode... attachments) {
    var posted = asker.post(path + "/messages", body(text, attachments));
    assertEquals(202, posted.status(), posted::body);
    var turn = posted.json().at("/turn/id").asText();
    var events = asker.events("/api/v1/chat/turns/" + turn + "/events", 0, Integer.MAX_VALUE);
    return events.getLast().name();
  }

  /// What the model was given as a question of the user, in the last request.
  private static JsonArray parts(int question) {
    var messages = provider.exchanges().getLast().body().getJsonArray("messages");
    var asked =
        messages.stream()
            .map(JsonObject.class::cast)
            .filter(message -> message.getString("role").equals("user"))
            .toList();
    assertFalse(asked.isEmpty());
    return asked.get(question).getJsonArray("content");
  }

  private static String image(JsonArray parts, int at) {
    return parts.getJsonObject(at).getJsonObject("image_url").getString("url");
  }

  private static String url(String type, byte[] file) {
    return "data:image/" + type + ";base64," + Base64.getEncoder().encodeToString(file);
  }

  private static String code(Client.Reply reply, int status) {
    assertEquals(status, reply.status(), reply.body());
    return reply.json().path("code").asText();
  }
}
