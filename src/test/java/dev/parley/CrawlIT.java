package dev.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.SourceWorld.Report;
import dev.parley.testkit.SiteServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A site is gone through as its owner wants, and however it behaves the run ends.
final class CrawlIT {
  private static SourceWorld world;

  @BeforeAll
  static void start() {
    world = new SourceWorld(Map.of("PARLEY_OUTBOUND_TOTAL_TIMEOUT", "2s"));
    world.read();
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @BeforeEach
  void clear() {
    world.site().clear();
    world.removeSources();
  }

  private void page(String path, String more) {
    world.site().page(path, path, text(path) + more);
  }

  private static String text(String path) {
    return "<p>What stands at " + path + " and nowhere else.</p>";
  }

  @Test
  void linksLeadToThePagesOfTheSiteAndNoFurther() {
    page("/docs/", "<a href='deep/one#part'>1</a> <a href='/docs/deep/one/?utm_source=x'>1</a>");
    page("/docs/deep/one", "<a href='../two'>2</a> <a href='mailto:a@example.org'>m</a>");
    page("/docs/two", "<a href='/docs/picture.png'>p</a> <a href='http://127.0.0.2/docs/x'>y</a>");
    page("/blog/", "");

    var first = world.first("Docs", "site", "/docs/", "");

    assertEquals("done 3 0 0 0 0 0", first.state() + " " + first.counts(), first::toString);
    assertEquals(List.of("/docs/", "/docs/deep/one", "/docs/two"), world.documents());
    assertEquals(0, world.site().seen("/blog/"));
    assertEquals(0, world.site().seen("/docs/picture.png"));

    world.site().forgetSeen();
    page("/docs/new", "");
    world.site().remove("/docs/deep/one");
    var second = world.again(first.source());
    assertEquals("1 0 2 1 0 0", second.counts(), second::toString); // navigation is no change
  }

  @Test
  void rulesForRobotsHold() {
    world
        .site()
        .file(
            "/robots.txt",
            "text/plain",
            """
            User-agent: *
            Disallow: /

            User-agent: parley
            Disallow: /d/private
            Allow: /d/private/open
            Disallow: /*.old$
            """);
    page("/d/", "");
    page("/d/private/secret", "");
    page("/d/private/open", "");
    page("/d/page.old", "");
    world.site().page("/d/hidden", "Hidden", "<meta name='robots' content='noindex'>", text("h"));

    var report = world.first("Robots", "site", "/d/", "");

    assertEquals(List.of("/d/", "/d/private/open"), world.documents());
    assertEquals("skipped robots", report.of("/d/private/secret"));
    assertEquals("skipped robots", report.of("/d/page.old"));
    assertEquals("skipped noindex", report.of("/d/hidden"));
    assertEquals(0, world.site().seen("/d/private/secret"));
  }

  @Test
  void aServerWithoutItsRulesIsLeftAlone() {
    world.site().status("/robots.txt", 503);
    page("/d/", "");

    var source = world.add("Closed", "site", world.site().url() + "/d/", "");
    var cancelled = world.ended(source);

    assertEquals("failed robots_unavailable", cancelled.state() + " " + cancelled.error());
    assertEquals(0, world.site().seen("/d/"));
  }

  @Test
  void pagesAreTakenUnderTheAddressTheyWant() {
    var site = world.site();
    page("/d/", "");
    canonical("/d/copy", "/d/real");
    page("/d/real", "");
    canonical("/d/ring-a", "/d/ring-b");
    canonical("/d/ring-b", "/d/ring-a");
    canonical("/d/lost", "/d/nowhere");
    canonical("/d/abroad", "https://example.org/d/abroad");
    site.redirect("/d/old-name", "/d/real");

    var report = world.first("Canonical", "site", "/d/", "");

    var all = world.documents();
    assertEquals("done", report.state());
    assertTrue(all.contains("/d/real") && !all.contains("/d/copy"), all::toString);
    assertTrue(all.contains("/d/ring-a") != all.contains("/d/ring-b"), all::toString);
    assertTrue(all.contains("/d/lost") && all.contains("/d/abroad"), all::toString);

    var second = world.again(report.source());
    assertEquals("0 0 5 0", second.counts().substring(0, 7), second::toString);
  }

  private void canonical(String path, String to) {
    world.site().page(path, path, "<link rel='canonical' href='" + to + "'>", text(path));
  }

  @Test
  void trapsAreLeft() {
    var site = world.site();
    page(
        "/d/",
        "<a href='/d/cal/2026-01'>c</a> <a href='/d/up/'>u</a>"
            + "<a href='/d/loop'>l</a> <a href='/d/chain0'>k</a> <a href='/d/out'>o</a>"
            + "<a href='/d/drip'>d</a> <a href='/d/bomb'>b</a> <a href='/d/type'>t</a>"
            + "<a href='/d/broken'>e</a> <a href='/d/?day=0'>q</a>");
    trap(site);

    var report = world.first("Traps", "site", "/d/", ",\"limits\":{\"pages\":60,\"depth\":12}");

    assertEquals("done", report.state(), report::toString);
    assertEquals("failed bad_redirect", report.of("/d/loop"));
    assertEquals("failed bad_redirect", report.of("/d/chain0"));
    assertEquals("failed bad_redirect", report.of("/d/out"));
    assertEquals("failed fetch_timeout", report.of("/d/drip"));
    assertEquals("failed fetch_too_large", report.of("/d/bomb"));
    assertEquals("failed fetch_refused", report.of("/d/broken"));
    assertEquals("skipped type", report.of("/d/type"));
    assertTrue(world.site().seen().size() < 80, () -> "" + world.site().seen().size());
  }

  private static void trap(SiteServer site) {
    site.answer(
        "/d/cal/",
        (request, response) -> {
          var path = String.valueOf(request.path());
          var month = Integer.parseInt(path.substring(path.length() - 2));
          var next =
              "/d/cal/"
                  + (2000 + (int) (Math.random() * 1e6))
                  + "-%02d".formatted((month + 1) % 100);
          response
              .putHeader("content-type", "text/html")
              .end("<main>Month " + request.path() + " <a href='" + next + "'>next</a></main>");
        });
    site.answer(
        "/d/up/",
        (request, response) ->
            response
                .putHeader("content-type", "text/html")
                .end("<main>" + request.path() + "<a href='up/'>up</a></main>"));
    site.redirect("/d/loop", "/d/loop");
    for (var i = 0; i < 9; i++) {
      site.redirect("/d/chain" + i, "/d/chain" + (i + 1));
    }
    site.redirect("/d/out", "http://127.0.0.2/d/");
    site.drip("/d/drip");
    site.bomb("/d/bomb", 50);
    site.file("/d/type", "application/octet-stream", "MZ");
    site.status("/d/broken", 500);
  }

  @Test
  void limitsEndARun() {
    for (var i = 0; i < 12; i++) {
      page("/d/" + i, "");
    }

    var few = world.first("Few", "site", "/d/0", ",\"limits\":{\"pages\":5}");

    assertEquals("5 0 0 0 0 0", few.counts());
    assertEquals("pages", few.json().at("/run/ended_by").asText());

    var shallow = world.first("Shallow", "site", "/d/0", ",\"limits\":{\"depth\":0}");
    assertEquals("1 0 0 0 0 0", shallow.counts().replaceFirst("^0 0 1", "1 0 0"));
  }

  @Test
  void aCancelledRunEndsAndForgetsNothing() throws InterruptedException {
    for (var i = 0; i < 30; i++) {
      page("/d/" + i, "");
    }
    var slow = ",\"limits\":{\"pause_ms\":500}";
    var source = world.add("Slow", "site", world.site().url() + "/d/0", slow);
    var run = "";
    while (world.site().seen("/d/1") == 0) {
      Thread.sleep(50);
      run =
          world.client().get(SourceWorld.SOURCES + "/" + source).json().at("/last_run/id").asText();
    }
    var second = world.client().post(SourceWorld.SOURCES + "/" + source + "/runs", "{}");
    assertEquals("source_running", second.json().path("code").asText());

    var path = SourceWorld.SOURCES + "/" + source + "/runs/" + run + "/cancel";
    assertEquals(202, world.client().send("POST", path, "").status());

    Report report = world.ended(source);
    assertEquals("cancelled", report.state());
    assertTrue(report.count("added") > 0 && report.count("added") < 30, report::toString);
    assertEquals(0, report.count("removed"));
  }

  @Test
  void onlyTheNewestVersionOfADocumentationIsRead() {
    for (var version : List.of("", "2.0/", "next/")) {
      var name = version.isEmpty() ? "3.0" : version.equals("next/") ? "current" : "2.0";
      world
          .site()
          .page(
              "/docs/" + version + "intro",
              "Intro " + name,
              "<meta name='generator' content='Docusaurus v3.8'>"
                  + "<meta name='docusaurus_version' content='"
                  + name
                  + "'>",
              text(version + "intro"));
    }

    var report = world.first("Versions", "site", "/docs/intro", "");

    assertEquals(List.of("/docs/intro"), world.documents());
    assertEquals("skipped other_version", report.of("/docs/2.0/intro"));
    assertEquals("skipped other_version", report.of("/docs/next/intro"));

    var all = world.first("All", "site", "/docs/intro", ",\"all_versions\":true");
    assertEquals("done", all.state());
    assertEquals(3, world.documents().size());
  }
}
