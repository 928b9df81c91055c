package dev.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.platform.postgres.ConnectSettings;
import dev.parley.testkit.PostgresFixture;
import dev.parley.testkit.SiteServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// A run of a source outlives the process that goes through it.
final class SourceReplicasIT {
  @RegisterExtension static final PostgresFixture POSTGRES = PostgresFixture.migrated();

  private static final int PAGES = 30;
  private static final int LOOKS = 2_400;
  private static final String SOURCES = "/api/v1/knowledge/sources";

  @TempDir private Path folder;

  @Test
  void anotherReplicaGoesOnWhereAKilledOneStopped() throws Exception {
    try (var site = SiteServer.start(POSTGRES.vertx())) {
      for (var i = 0; i < PAGES; i++) {
        site.page("/d/" + i, "Page " + i, "<p>What stands on page " + i + " only.</p>");
      }
      var source = killedHalfWay(site);
      var before = site.seen().size();
      assertTrue(before < PAGES, "the run was over before the process was");

      try (var other = new ProductProcess(home("other"), settings(site))) {
        var path = SOURCES + "/" + source;
        var client = new Client(other.url());
        await(() -> client.get(path).json().path("last_run").has("finished_at"));

        var run = client.get(path).json().path("last_run");
        assertEquals("done", run.path("state").asText(), run::toString);
        assertEquals(PAGES, run.at("/counts/added").asInt(), run::toString);
        var runs = client.get(path + "/runs").json().path("runs");
        assertEquals(1, runs.size(), runs::toString);
      }
      var fetched = IntStream.range(0, PAGES).mapToLong(page -> site.seen("/d/" + page)).sum();
      assertTrue(fetched <= PAGES + 1, () -> fetched + " fetches of " + PAGES + " pages");
    }
  }

  /// The id of a source whose run a process left when it was killed.
  private String killedHalfWay(SiteServer site) throws Exception {
    try (var one = new ProductProcess(home("one"), settings(site))) {
      var wish =
          """
          {"name":"Site","kind":"site","address":"%s/d/0","limits":{"pause_ms":300}}
          """
              .formatted(site.url());
      var added = new Client(one.url()).post(SOURCES, wish);
      assertEquals(201, added.status(), added.body());
      await(() -> site.seen().size() > PAGES / 3);
      one.signal("KILL");
      return added.json().path("id").asText();
    }
  }

  private Path home(String name) throws Exception {
    return Files.createDirectory(folder.resolve(name));
  }

  private static Map<String, String> settings(SiteServer site) {
    var settings = new HashMap<String, String>();
    settings.put("APP_ENV", "development");
    settings.put("DATABASE_URL", url(POSTGRES.application()));
    settings.put("DATABASE_MIGRATION_URL", url(POSTGRES.owner()));
    settings.put("RATE_LIMIT_REQUESTS", "1000000");
    return SourceWorld.settings(site, settings);
  }

  private static String url(ConnectSettings database) {
    return "postgresql://%s:%s@%s:%d/%s"
        .formatted(
            database.user(),
            database.password().value(),
            database.host(),
            database.port(),
            database.database());
  }

  private static void await(BooleanSupplier done) {
    for (var looks = 0; !done.getAsBoolean(); looks++) {
      assertTrue(looks < LOOKS, "it took too long");
      Client.pause();
    }
  }
}
