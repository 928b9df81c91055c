package dev.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Sources stay in step with what they are read from.
final class SourcesIT {
  private static SourceWorld world;

  @BeforeAll
  static void start() {
    world = new SourceWorld(Map.of());
    world.read();
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @Test
  void aSitemapStaysInStep() {
    var site = world.site();
    for (var name : List.of("otters", "herons", "newts", "toads")) {
      site.page("/river/" + name, "All about " + name, river(name));
    }
    site.sitemap("/river.xml", "/river/otters", "/river/herons", "/river/newts", "/river/toads");

    var first = world.first("River", "sitemap", "/river.xml", "");
    assertEquals("done 4 0 0 0 0 0", first.state() + " " + first.counts(), first::toString);
    world.read();
    var passage = world.search("What do the newts of the zzq river eat?").path(0);
    assertEquals(site.url() + "/river/newts", passage.path("url").asText(), passage::toString);
    assertEquals("newts-eat", passage.path("anchor").asText());
    assertTrue(!passage.path("text").asText().contains("herons"), "navigation is no text");

    site.forgetSeen();
    var second = world.again(first.source());
    assertEquals("done 0 0 4 0 0 0", second.state() + " " + second.counts());
    assertEquals(4, site.seen().stream().filter(one -> one.status() == 304).count());

    site.page("/river/toads", "All about toads", "<p>Toads of the zzq river sing at night.</p>");
    site.sitemap("/river.xml", "/river/otters", "/river/newts", "/river/toads");
    var third = world.again(first.source());
    assertEquals("done 0 1 2 1 0 0", third.state() + " " + third.counts());
    assertEquals("removed not_listed", third.of("/river/herons"));
    assertEquals("changed", third.of("/river/toads"));
    assertEquals(
        List.of("/river/newts", "/river/otters", "/river/toads"),
        world.documents().stream().filter(one -> one.startsWith("/river")).toList());
  }

  /// Two sections, each long enough to be a passage of its own.
  private static String river(String name) {
    var about = "The %s of the zzq river have lived there for a long time. ".formatted(name);
    var food = "The %s of the zzq river eat what %s like best. ".formatted(name, name);
    return "<p>%s</p><h2 id='%s-eat'>Food</h2><p>%s</p>"
        .formatted(about.repeat(8), name, food.repeat(8));
  }

  @Test
  void onePageIsForgottenWhenItIsGone() {
    world.site().page("/alone", "Alone", "<p>Alone on the hill.</p>");
    var first = world.first("Alone", "page", "/alone", ",\"every_hours\":24");
    assertEquals("1 0 0 0 0 0", first.counts());

    world.site().remove("/alone");
    var second = world.again(first.source());

    assertEquals("removed not_found", second.of("/alone"));
    assertTrue(!world.documents().contains("/alone"));
  }

  @Test
  void nothingIsForgottenWhenMostIsGone() {
    var site = world.site();
    for (var i = 0; i < 5; i++) {
      site.page("/isle/" + i, "Isle " + i, "<p>Isle number " + i + " lies in the sea.</p>");
    }
    site.sitemap("/isle.xml", "/isle/0", "/isle/1", "/isle/2", "/isle/3", "/isle/4");
    var first = world.first("Isles", "sitemap", "/isle.xml", "");
    assertEquals("5 0 0 0 0 0", first.counts());

    site.sitemap("/isle.xml", "/isle/0", "/isle/1");
    var careful = world.again(first.source());
    assertEquals("0 0 2 0 0 0", careful.counts());
    assertEquals(3, careful.json().at("/run/missing").asInt());

    site.status("/isle.xml", 500);
    var broken = world.again(first.source());
    assertEquals("failed list_unreadable", broken.state() + " " + broken.error());

    site.sitemap("/isle.xml", "/isle/0", "/isle/1");
    var sure = world.again(first.source(), "{\"remove_missing\":true}");
    assertEquals("0 0 2 3 0 0", sure.counts());
  }

  @Test
  void nothingLeadsToAnAddressThatIsNotAllowed() {
    var site = world.site();
    site.redirect("/led", "http://169.254.169.254/latest/meta-data");
    assertEquals("failed address_not_allowed", world.first("Led", "page", "/led", "").of("/led"));

    site.file(
        "/led.xml",
        "application/rss+xml",
        "<rss version='2.0'><channel><title>x</title><item><title>x</title>"
            + "<link>http://169.254.169.254/latest</link></item></channel></rss>");
    var feed = world.first("Led by a feed", "feed", "/led.xml", "");
    assertEquals("failed robots_unavailable", feed.of("/latest"));

    var named = "{\"name\":\"Inside\",\"kind\":\"page\",\"address\":\"http://10.0.0.1/\"}";
    var refused = world.client().post(SourceWorld.SOURCES, named);
    assertEquals("address_not_allowed", refused.json().path("code").asText(), refused::body);
  }

  @Test
  void aSitemapCannotFetchAnythingByItself() {
    var site = world.site();
    var entity = "<!DOCTYPE urlset [<!ENTITY x SYSTEM \"" + site.url() + "/inside\">]>";
    site.file(
        "/entity.xml",
        "application/xml",
        "<?xml version='1.0'?>" + entity + "<urlset><url><loc>&x;</loc></url></urlset>");

    var run = world.first("Entity", "sitemap", "/entity.xml", "");

    assertEquals("failed list_unreadable", run.state() + " " + run.error());
    assertEquals(0, site.seen("/inside"));
  }

  @Test
  void aRemovedSourceTakesItsDocumentsAlong() {
    world.site().page("/gone", "Gone", "<p>Soon gone, says the xqx.</p>");
    var report = world.first("Gone", "page", "/gone", "");
    world.read();
    assertTrue(world.documents().contains("/gone"));

    assertEquals(204, world.client().delete(SourceWorld.SOURCES + "/" + report.source()).status());

    assertTrue(!world.documents().contains("/gone"));
    var found = world.search("What says the xqx?");
    assertTrue(!found.toString().contains("/gone"), found::toString);
  }
}
