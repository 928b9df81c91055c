package dev.parley;

import static dev.parley.ToolWorld.ADMIN;
import static dev.parley.testkit.ToolScripts.saying;
import static dev.parley.testkit.ToolScripts.using;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.testkit.Await;
import dev.parley.testkit.PostgresFixture;
import dev.parley.testkit.ToolScripts.Use;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Two replicas of one product: what is decided or switched in one of them holds in the other.
final class ToolReplicasIT {
  @RegisterExtension static final PostgresFixture POSTGRES = PostgresFixture.migrated();

  /// Of which most is asking, on a machine that has other things to do.
  private static final Duration AT_ONCE = Duration.ofSeconds(5);

  private static final String NOTE = "\"text\":{\"type\":\"string\"}";

  private static ToolWorld world;
  private static Product other;
  private static Client there;

  @BeforeAll
  static void start() {
    world = new ToolWorld(_ -> saying("Done."), POSTGRES.settings());
    other = world.another();
    there = new Client(other.url());
    var _ = world.tool("note", "POST", "/notes", true, NOTE);
  }

  @AfterAll
  static void stop() {
    other.close();
    world.close();
  }

  @Test
  void aDecisionReachesTheReplicaThatWaits() {
    world.model().then(using(new Use("note", "{\"text\":\"x\"}")));

    var turn = world.ask("Note x.");
    var events =
        world.events(
            turn,
            call -> {
              var path = "/api/v1/chat/turns/" + turn + "/tool_calls/" + call;
              assertEquals(204, there.post(path, "{\"decision\":\"allow\"}").status());
            });

    assertEquals("completed", events.getLast().name());
    assertEquals(1, world.server().seen("/notes"));
  }

  @Test
  void switchedOffThereIsOffHere() {
    var offered = "\"name\":\"note\"";
    var _ = world.events(world.ask("Anything?"));
    assertTrue(asked().contains(offered), "offered while it is on");

    assertEquals(200, there.send("PUT", ADMIN + "/tool_switch", "{\"stopped\":true}").status());
    var since = Instant.now();
    Await.until(
        "it is not offered any more",
        () -> {
          var _ = world.events(world.ask("And now?"));
          return !asked().contains(offered);
        });

    var took = Duration.between(since, Instant.now());
    System.out.println("switched off in another replica: " + took.toMillis() + " ms");
    assertTrue(took.compareTo(AT_ONCE) < 0, took::toString);
    assertEquals(200, there.send("PUT", ADMIN + "/tool_switch", "{\"stopped\":false}").status());
    assertFalse(there.get(ADMIN + "/tools").json().path("stopped").asBoolean());
    Await.until(
        "it is offered again",
        () -> {
          var _ = world.events(world.ask("And now again?"));
          return asked().contains(offered);
        });
  }

  private static String asked() {
    return world.model().exchanges().getLast().body().encode();
  }
}
