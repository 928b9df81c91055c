package dev.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testkit.FakeProvider;
import dev.parley.testkit.Script;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Conversations as trees: questions asked in other words, answers made once more, and the model
/// that is told the branch it is on and nothing else.
final class BranchesIT {
  private static final String CONVERSATIONS = "/api/v1/chat/conversations";
  private static final String NOWHERE = "00000000-0000-0000-0000-000000000000";

  private static Vertx vertx;
  private static FakeProvider provider;
  private static Product product;
  private static Client client;

  @BeforeAll
  static void start() {
    vertx = Vertx.vertx();
    provider = FakeProvider.start(vertx);
    product =
        Product.with(
            Map.of("OPENAI_BASE_URL", provider.baseUrl().toString(), "SEAL_MESSAGES", "true"));
    client = new Client(product.url());
  }

  @AfterAll
  static void stop() {
    product.close();
    provider.close();
    var _ = vertx.close();
  }

  @Test
  void aQuestionInOtherWordsStandsBesideTheFirstAndIsAskedWithoutIt() {
    var path = create();
    var first = ask(path + "/messages", "{\"text\":\"What is an axolotl?\"}", "A salamander.");
    var second = ask(path + "/messages", "{\"text\":\"Where does it bask?\"}", "In no sun.");
    var question = second.path("message").path("id").asText();

    var edited =
        ask(path + "/messages/" + question + "/edit", "{\"text\":\"Where is it?\"}", "In lakes.");

    assertEquals(
        second.path("message").path("parent_id").asText(),
        edited.path("message").path("parent_id").asText());
    assertEquals(
        first.path("turn").path("answer_id").asText(),
        edited.path("message").path("parent_id").asText());
    assertEquals(
        List.of("What is an axolotl?", "A salamander.", "Where is it?", "In lakes."), shown(path));
    assertEquals(6, client.get(path).json().path("messages").size());
    assertTrue(lastPrompt().contains("A salamander."));
    assertFalse(lastPrompt().contains("bask"), "the branch that was left is not told");
  }

  @Test
  void anAnswerMadeOnceMoreStandsBesideTheFirstAndTheShownBranchIsKept() {
    var path = create();
    var first = ask(path + "/messages", "{\"text\":\"Name a bird.\"}", "The dodo.");
    var question = first.path("message").path("id").asText();
    var answer = first.path("turn").path("answer_id").asText();

    var again = ask(path + "/messages/" + answer + "/regenerate", "", "The moa.");

    assertEquals(question, again.path("message").path("id").asText());
    assertEquals(List.of("Name a bird.", "The moa."), shown(path));
    assertFalse(lastPrompt().contains("dodo"), "the first answer is not told");

    var chosen = client.send("PUT", path + "/branch", "{\"message_id\":\"" + answer + "\"}");
    assertEquals(200, chosen.status(), chosen.body());
    assertEquals(List.of("Name a bird.", "The dodo."), shown(path));

    var _ = ask(path + "/messages", "{\"text\":\"Can it fly?\"}", "No.");
    assertTrue(lastPrompt().contains("The dodo."));
    assertFalse(lastPrompt().contains("The moa."));
    var back = client.send("PUT", path + "/branch", "{\"message_id\":\"" + question + "\"}");
    assertEquals(200, back.status(), back.body());
    assertEquals(List.of("Name a bird.", "The moa."), shown(path));
  }

  @Test
  void aQuestionFollowsTheAnswerThatItNames() {
    var path = create();
    var first = ask(path + "/messages", "{\"text\":\"Name a fish.\"}", "The carp.");
    var carp = first.path("turn").path("answer_id").asText();
    var _ = ask(path + "/messages", "{\"text\":\"Is it big?\"}", "At times.");
    var below = "{\"text\":\"Is it old?\",\"parent_id\":\"" + carp + "\"}";

    var _ = ask(path + "/messages", below, "Very.");

    assertEquals(List.of("Name a fish.", "The carp.", "Is it old?", "Very."), shown(path));
    var question = first.path("message").path("id").asText();
    var wrong = "{\"text\":\"And?\",\"parent_id\":\"" + question + "\"}";
    assertEquals(400, client.post(path + "/messages", wrong).status());
    var foreign = "{\"text\":\"And?\",\"parent_id\":\"" + carp + "\"}";
    assertEquals(404, client.post(create() + "/messages", foreign).status());
    assertEquals(404, client.post(path + "/messages/" + NOWHERE + "/regenerate", "").status());
    assertEquals(
        400, client.post(path + "/messages/" + carp + "/edit", "{\"text\":\"no\"}").status());
  }

  @Test
  void theSameKeyMakesOneAnswerMore() {
    var path = create();
    var first = ask(path + "/messages", "{\"text\":\"Name a tree.\"}", "The yew.");
    var again = path + "/messages/" + first.path("message").path("id").asText() + "/regenerate";
    provider.then(answer("The oak."));

    var one = client.send("POST", again, "", "Idempotency-Key", "k");
    await(one.json());
    var two = client.send("POST", again, "", "Idempotency-Key", "k");

    assertEquals(202, two.status(), two.body());
    assertEquals(one.json().path("turn").path("id"), two.json().path("turn").path("id"));
    assertEquals(3, client.get(path).json().path("messages").size());
  }

  @Test
  void anArchivedConversationIsListedApartUntilSomebodyAsksInIt() {
    var path = create();
    var _ = ask(path + "/messages", "{\"text\":\"Name a moss.\"}", "Peat.");
    var id = path.substring(path.lastIndexOf('/') + 1);

    assertEquals(200, client.patch(path, "{\"archived\":true}").status());
    assertFalse(client.get(CONVERSATIONS).body().contains(id));
    assertTrue(client.get(CONVERSATIONS + "?archived=true&q=moss").body().contains(id));

    var _ = ask(path + "/messages", "{\"text\":\"And another?\"}", "Feather moss.");
    assertTrue(client.get(CONVERSATIONS).body().contains(id));
    assertFalse(client.get(path).json().path("conversation").path("archived").asBoolean());
  }

  /// What stands on the branch that is shown.
  private static List<String> shown(String path) {
    var detail = client.get(path).json();
    var all = new HashMap<String, JsonNode>();
    detail.path("messages").forEach(one -> all.put(one.path("id").asText(), one));
    var texts = new ArrayList<String>();
    var at = all.get(detail.path("conversation").path("active_message_id").asText());
    while (at != null) {
      texts.addFirst(at.path("text").asText());
      at = all.get(at.path("parent_id").asText());
    }
    return texts;
  }

  private static String create() {
    return CONVERSATIONS + "/" + client.post(CONVERSATIONS, "{}").json().path("id").asText();
  }

  /// Asks, waits for the end of the turn, and gives what the server said of the beginning.
  private static JsonNode ask(String path, String body, String says) {
    provider.then(answer(says));
    var posted = client.send("POST", path, body);
    assertEquals(202, posted.status(), posted::body);
    await(posted.json());
    return posted.json();
  }

  private static void await(JsonNode posted) {
    var turn = "/api/v1/chat/turns/" + posted.path("turn").path("id").asText();
    var events = client.events(turn + "/events", 0, Integer.MAX_VALUE);
    assertEquals("completed", events.getLast().name(), events::toString);
  }

  private static String lastPrompt() {
    return provider.exchanges().getLast().body().toString();
  }

  private static Script answer(String text) {
    return Script.stream().role().token(text).finish("stop").usage(10, 10).done();
  }
}
