package dev.parley;

import static dev.parley.testkit.ToolScripts.saying;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Servers of tools that do what no server should.
final class HostileToolIT {
  private static final Duration LONGEST = Duration.ofSeconds(18);

  private static ToolWorld world;

  @BeforeAll
  static void start() {
    world = new ToolWorld(_ -> saying("Done."));
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "html|neither JSON nor plain text",
        "binary|neither JSON nor plain text",
        "untyped|neither JSON nor plain text",
        "broken|status 500",
        "deep|JSON that cannot be read",
        "half|JSON that cannot be read",
        "huge|larger than the limit of 1048576 bytes",
        "drip|did not end in time",
        "silent|does not answer"
      })
  void anAnswerThatIsNoneIsTold(String path, String words) {
    var id = world.tool("bad_" + path, "GET", "/" + path, false, "");
    var begun = Instant.now();

    var tried = world.attempt(id, "{}");

    assertFalse(tried.path("ok").asBoolean(), tried::toString);
    assertTrue(tried.path("text").asText().contains(words), tried::toString);
    var took = Duration.between(begun, Instant.now());
    assertTrue(took.compareTo(LONGEST) < 0, took::toString);
  }

  @Test
  void aRedirectToAnotherServerIsNotFollowed() {
    world.server().redirectTo(world.foreign().url() + "/stolen");
    var read = world.tool("moved", "GET", "/redirect", false, "");
    var write = world.tool("moved_write", "POST", "/redirect", true, "");

    for (var id : new String[] {read, write}) {
      var tried = world.attempt(id, "{}");
      assertFalse(tried.path("ok").asBoolean(), tried::toString);
    }

    assertEquals(0, world.foreign().seen().size());
  }

  @Test
  void aRedirectAtTheSameServerIsFollowed() {
    world.server().redirectTo(world.server().url() + "/there");

    var tried = world.attempt(world.tool("near", "GET", "/redirect", false, ""), "{}");

    assertTrue(tried.path("text").asText().contains("/there"), tried::toString);
  }

  @Test
  void nothingListensAndThatIsTold() {
    var wanted =
        "{\"name\":\"gone\",\"description\":\"d\",\"method\":\"GET\",\"url\":\"http://127.0.0.1:8443/\"}";
    var id = world.client().post(ToolWorld.TOOLS, wanted).json().path("id").asText();

    var tried = world.attempt(id, "{}");

    assertFalse(tried.path("ok").asBoolean(), tried::toString);
  }
}
