package dev.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.testkit.Await;
import dev.parley.testkit.SiteServer;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Sources belong to a base: who may read it sees them, and with it they go.
final class SourceAccessIT {
  private static final String BASES = "/api/v1/knowledge/bases";
  private static final String DOCUMENTS = "/api/v1/knowledge/documents";
  private static final String SOURCES = "/api/v1/knowledge/sources";
  private static final int PAGES = 40;

  private static Vertx vertx;
  private static SiteServer site;
  private static Product product;
  private static Client owner;
  private static Client amy;
  private static Client mia;
  private static int made;

  private String base;
  private String name;

  @BeforeAll
  static void start() {
    vertx = Vertx.vertx();
    site = SiteServer.start(vertx);
    product = Product.guarded(SourceWorld.settings(site, Map.of()));
    var people = new Team(product);
    owner = people.owner();
    amy = people.join("amy", "agent");
    mia = people.join("mia", "member");
    product.awaitManual(owner);
    for (var page = 0; page < PAGES; page++) {
      site.page("/d/" + page, "Page " + page, "<p>What stands on page " + page + ".</p>");
    }
  }

  @AfterAll
  static void stop() {
    product.close();
    site.close();
    var _ = vertx.close();
  }

  @BeforeEach
  void make() {
    made++;
    name = "Pages " + made;
    var reply =
        owner.post(
            BASES,
            "{\"name\":\"Base %d\",\"access\":{\"everybody\":\"none\",\"grants\":[]}}"
                .formatted(made));
    assertEquals(201, reply.status(), reply::body);
    base = reply.json().at("/base/id").asText();
  }

  @Test
  void whoMayNotReadTheBaseSeesNoneOfItsSources() {
    var source = add(base, "page", "/d/1", "");
    var run = ended(source);

    var paths = List.of(source, source + "/runs", run);
    for (var path : paths) {
      assertEquals(200, owner.get(path).status());
      assertEquals(404, mia.get(path).status(), path);
      assertEquals(404, amy.get(path).status(), path);
    }
    assertFalse(mia.get(SOURCES).body().contains(name));
    assertEquals(0, documents(mia));

    open(base, "reader");
    for (var path : paths) {
      assertEquals(200, mia.get(path).status(), path);
    }
    assertTrue(mia.get(SOURCES + "?base=" + base).body().contains(name));
    assertEquals(1, documents(mia), "what came by itself stands in the base of its source");
  }

  @Test
  void onlyWhoManagesBasesChangesSources() {
    var source = add(base, "page", "/d/2", "");
    var run = ended(source);
    open(base, "editor");

    for (var other : List.of(amy, mia)) {
      assertEquals(403, other.post(SOURCES, wish(base, "page", "/d/3", "")).status());
      assertEquals(403, other.send("PUT", source, wish(base, "page", "/d/3", "")).status());
      assertEquals(403, other.post(source + "/runs", "{}").status());
      assertEquals(403, other.send("POST", run + "/cancel", "").status());
      assertEquals(403, other.delete(source).status());
    }
  }

  @Test
  void aSourceStandsInABaseThatIsThereAndNobodysOwn() {
    var nowhere = "018f3c7e-0000-7000-8000-00000000abcd";
    assertEquals("base_unknown", refusal(nowhere));

    var conversation = owner.post("/api/v1/chat/conversations", "{}").json().path("id").asText();
    var path = "/api/v1/chat/conversations/" + conversation;
    var sent = owner.give(path, "mine.md", "# Mine\n\nOnly mine.\n");
    assertEquals(202, sent.status(), sent::body);
    assertEquals("base_unknown", refusal(sent.json().path("base_id").asText()));
  }

  private String refusal(String where) {
    var reply = owner.post(SOURCES, wish(where, "page", "/d/4", ""));
    assertEquals(404, reply.status(), reply::body);
    return reply.json().path("code").asText();
  }

  @Test
  void aBaseTakesItsSourcesAlongEvenWhileTheyAreGoneThrough() {
    var source = add(base, "site", "/d/0", ",\"limits\":{\"pause_ms\":200}");
    Await.until("it is gone through", () -> documents(owner) > 3);

    var deleted = owner.delete(BASES + "/" + base);

    assertEquals(204, deleted.status(), deleted::body);
    assertEquals(404, owner.get(source).status());
    assertEquals(0, documents(owner));
    site.forgetSeen();
    Await.until("the run has ended", SourceAccessIT::isStill);
    assertEquals(0, documents(owner));
  }

  /// Whether nothing is asked for in a while.
  private static boolean isStill() {
    var before = site.seen().size();
    try {
      Thread.sleep(1_500);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    assertTrue(before < PAGES / 2, "the run went on without its source");
    return site.seen().size() == before;
  }

  @Test
  void anotherBaseMayHaveASourceOfTheSameName() {
    var _ = ended(add(base, "page", "/d/5", ""));
    var taken = owner.post(SOURCES, wish(base, "page", "/d/6", ""));
    assertEquals("name_taken", taken.json().path("code").asText(), taken::body);
    make();
    name = "Pages " + (made - 1);
    var _ = ended(add(base, "page", "/d/5", ""));
    assertEquals(1, documents(owner));
  }

  private String add(String where, String kind, String path, String more) {
    var added = owner.post(SOURCES, wish(where, kind, path, more));
    assertEquals(201, added.status(), added::body);
    assertEquals(where, added.json().path("base_id").asText());
    return SOURCES + "/" + added.json().path("id").asText();
  }

  private String wish(String where, String kind, String path, String more) {
    return "{\"name\":\"%s\",\"base\":\"%s\",\"kind\":\"%s\",\"address\":\"%s\"%s}"
        .formatted(name, where, kind, site.url() + path, more);
  }

  /// Where the report of the first run is, when it has ended.
  private static String ended(String source) {
    Await.until("it is done", () -> owner.get(source).json().at("/last_run").has("finished_at"));
    return source + "/runs/" + owner.get(source).json().at("/last_run/id").asText();
  }

  private static void open(String base, String everybody) {
    var wish = "{\"everybody\":\"" + everybody + "\",\"grants\":[]}";
    var reply = owner.send("PUT", BASES + "/" + base + "/access", wish);
    assertEquals(200, reply.status(), reply::body);
  }

  private int documents(Client client) {
    return client.get(DOCUMENTS + "?base=" + base).json().path("documents").size();
  }
}
