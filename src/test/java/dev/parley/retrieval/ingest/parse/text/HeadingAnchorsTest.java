package dev.parley.retrieval.ingest.parse.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class HeadingAnchorsTest {
  @Test
  void anchorsAreThoseOfGitHubAndHugo() {
    var anchors = new HeadingAnchors();
    assertEquals("what-is-app_id", anchors.next("What is `app_id`?"));
    assertEquals("step-1-install--run", anchors.next("Step 1: Install & run"));
    assertEquals("größe", anchors.next("Größe"));
    assertEquals("-launch", anchors.next("🚀 Launch"));
  }

  @Test
  void repeatedHeadingsAreNumbered() {
    var anchors = new HeadingAnchors();
    var made = List.of("Roles", "Roles", "Roles 1", "Roles").stream().map(anchors::next).toList();
    assertEquals(List.of("roles", "roles-1", "roles-1-1", "roles-2"), made);
  }
}
