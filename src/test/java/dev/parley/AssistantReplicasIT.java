package dev.parley;

import static dev.parley.testkit.ToolScripts.saying;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.testkit.Await;
import dev.parley.testkit.PostgresFixture;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Two replicas of one product: what is published in one of them answers in the other.
final class AssistantReplicasIT {
  @RegisterExtension static final PostgresFixture POSTGRES = PostgresFixture.migrated();

  private static final String ADMIN = "/api/v1/admin/assistants";

  /// Of which most is asking, on a machine that has other things to do.
  private static final Duration AT_ONCE = Duration.ofSeconds(5);

  private static ToolWorld world;
  private static Product other;
  private static Client here;
  private static Client there;

  @BeforeAll
  static void start() {
    world = new ToolWorld(_ -> saying("Done."), POSTGRES.settings());
    other = world.another();
    here = world.client();
    there = new Client(other.url());
  }

  @AfterAll
  static void stop() {
    other.close();
    world.close();
  }

  @Test
  void whatIsPublishedAndRolledBackThereAnswersHere() {
    var made = there.post(ADMIN, wanted("lighthouse")).json();
    var path = ADMIN + "/" + made.at("/assistant/id").asText();
    var second = new JsonObject().put("after", 1).put("definition", definition("harbour"));
    assertEquals(201, there.post(path + "/versions", second.encode()).status());

    var first = publish(path, 1, "lighthouse");
    var next = publish(path, 2, "harbour");
    var back = publish(path, 1, "lighthouse");

    System.out.println("live in another replica: %s, %s, %s".formatted(first, next, back));
    assertTrue(first.compareTo(AT_ONCE) < 0 && next.compareTo(AT_ONCE) < 0, next::toString);
    assertTrue(back.compareTo(AT_ONCE) < 0, back::toString);
    assertEquals(200, there.patch(path, "{\"archived\":true}").status());
    Await.until("nobody answers under its name", () -> ask().status() == 404);
  }

  /// How long it took until the version answered here.
  private static Duration publish(String path, int version, String word) {
    assertEquals(200, there.post(path + "/publish", "{\"version\":" + version + "}").status());
    var since = Instant.now();
    Await.until("it is live", () -> ask().status() == 200 && asked().contains(word));
    return Duration.between(since, Instant.now());
  }

  private static Client.Reply ask() {
    return here.post("/ask", "{\"query\":\"Hello?\",\"assistant\":\"desk\"}");
  }

  private static String asked() {
    return world.model().exchanges().getLast().body().encode();
  }

  private static String wanted(String word) {
    return new JsonObject()
        .put("slug", "desk")
        .put("name", "Desk")
        .put("definition", definition(word))
        .encode();
  }

  private static JsonObject definition(String word) {
    return new JsonObject()
        .put("instructions", "Speak like a " + word + ".")
        .put("greeting", "")
        .put("suggestions", new JsonArray());
  }
}
