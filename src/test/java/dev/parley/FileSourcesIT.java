package dev.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.SourceWorld.Report;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Feeds, archives, folders and buckets are sources, too.
final class FileSourcesIT {
  @TempDir private static Path folder;
  private static SourceWorld world;

  @BeforeAll
  static void start() throws IOException {
    world = new SourceWorld(Map.of("SOURCE_FOLDERS", folder.toRealPath().toString()));
    world.read();
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @Test
  void aFeedTellsOfPagesAndForgetsNone() {
    var site = world.site();
    site.page("/news/one", "One", "<p>The first news of the qxz.</p>");
    site.page("/news/two", "Two", "<p>The second news of the qxz.</p>");
    feed("/news/one");

    var first = world.first("News", "feed", "/feed.xml", "");
    assertEquals("1 0 0 0 0 0", first.counts(), first::toString);

    feed("/news/two");
    var second = world.again(first.source());
    assertEquals("1 0 1 0 0 0", second.counts(), second::toString);
  }

  private static void feed(String path) {
    var url = world.site().url();
    world
        .site()
        .file(
            "/feed.xml",
            "application/rss+xml",
            "<?xml version='1.0'?><rss version='2.0'><channel><title>News</title><link>"
                + url
                + "</link><item><title>x</title><link>"
                + url
                + path
                + "</link><pubDate>Mon, 06 Sep 2021 00:01:00 +0000</pubDate></item></channel></rss>");
  }

  @Test
  void anArchiveOfARepositoryStaysInStep() throws IOException {
    var page =
        "---\ntitle: Otters\n---\n\n# Otters\n\nSee {{< ref \"x.md\" >}} for the qyq otters.\n";
    tar(
        "/repo.tar.gz",
        "repo-1a2b/docs/otters/_index.md",
        page,
        "repo-1a2b/docs/draft.md",
        "---\ndraft: true\n---\nNot yet.\n",
        "repo-1a2b/src/Main.java",
        "class Main {}",
        "repo-1a2b/docs/herons.md",
        "# Herons\n\nHerons stand.\n");
    var more = ",\"folder\":\"docs\",\"published\":\"https://example.org/wiki/\"";

    var first = world.first("Repository", "archive", "/repo.tar.gz", more);

    assertEquals("2 0 0 0 0 1", first.counts(), first::toString);
    world.read();
    var passage = world.search("Which qyq otters?").path(0);
    assertEquals("https://example.org/wiki/otters/", passage.path("url").asText());
    assertTrue(!passage.path("text").asText().contains("{{<"));

    zip("/repo.tar.gz", "other/docs/otters/_index.md", page, "other/docs/herons.md", "# Herons\n");
    var second = world.again(first.source());
    assertEquals("0 1 1 0 0 0", second.counts(), second::toString);
  }

  @Test
  void anArchiveThatIsABombIsLeft() throws IOException {
    tar("/bomb.tar.gz", "a.md", "x".repeat(120 << 20));
    assertEquals("archive_bomb", world.first("Bomb", "archive", "/bomb.tar.gz", "").error());

    longName("/long-name.tar.gz", 16 << 20);
    assertEquals("archive_bomb", world.first("Name", "archive", "/long-name.tar.gz", "").error());

    world.site().file("/none.zip", "application/zip", "this is no archive");
    assertEquals("archive_unreadable", world.first("None", "archive", "/none.zip", "").error());
  }

  @Test
  void aFolderOfTheServerStaysInStep() throws IOException {
    var top = folder.resolve("handbook");
    var handbook = Files.createDirectories(top.resolve("sub"));
    Files.writeString(handbook.resolve("otters.md"), "# Otters\n\nOtters of the handbook.\n");
    Files.writeString(top.resolve("herons.txt"), "Herons of the handbook.");
    Files.writeString(handbook.resolve(".hidden.md"), "# No\n");

    var source = world.add("Handbook", "folder", top.toRealPath().toString(), "");
    var first = world.ended(source);
    assertEquals("2 0 0 0 0 0", first.counts(), first::toString);

    Files.writeString(handbook.resolve("otters.md"), "# Otters\n\nOtters, written anew.\n");
    Files.delete(top.resolve("herons.txt"));
    var second = world.again(source);
    assertEquals("0 1 0 1 0 0", second.counts(), second::toString);
  }

  @Test
  void nothingLeadsOutOfAFolder() throws IOException {
    var top = Files.createDirectories(folder.resolve("closed"));
    var outside = Files.createTempDirectory("outside");
    Files.writeString(outside.resolve("secret.md"), "# A secret\n");
    Files.writeString(top.resolve("open.md"), "# Open\n");
    Files.createSymbolicLink(top.resolve("secret.md"), outside.resolve("secret.md"));
    Files.createSymbolicLink(top.resolve("etc"), outside);
    var door = Files.createSymbolicLink(folder.resolve("door"), outside);

    var inside = world.ended(world.add("Closed", "folder", top.toRealPath().toString(), ""));
    assertEquals("1 0 0 0 0 0", inside.counts(), inside::toString);

    var link = wish(door.toString());
    assertEquals(201, link.status(), link.body()); // only a run sees where a link leads
    var run = world.ended(link.json().path("id").asText());
    assertEquals("failed folder_not_allowed 0 0 0 0 0 0", told(run));
    for (var way : List.of("/etc", top + "/../../../etc", "closed")) {
      var refused = wish(way);
      assertEquals(400, refused.status(), refused.body());
      assertEquals("/address", refused.json().at("/errors/0/pointer").asText());
    }
    Files.delete(outside.resolve("secret.md"));
    Files.delete(outside);
  }

  private static Client.Reply wish(String path) {
    return world
        .client()
        .post(
            SourceWorld.SOURCES,
            "{\"name\":\"%1$s\",\"kind\":\"folder\",\"address\":\"%1$s\"}".formatted(path));
  }

  private static String told(Report run) {
    return run.state() + " " + run.error() + " " + run.counts();
  }

  @Test
  void aBucketIsReadWithItsKeys() {
    var site = world.site();
    var refused = new AtomicInteger();
    shelf(refused);
    var keys = ",\"bucket\":\"shelf\",\"region\":\"us-east-1\",\"folder\":\"docs\"";

    var source = world.add("Shelf", "bucket", site.url(), keys);
    assertEquals("bucket_refused", world.ended(source).error());
    assertEquals(1, refused.get());

    var put =
        world
            .client()
            .send(
                "PUT",
                SourceWorld.SOURCES + "/" + source,
                "{\"name\":\"Shelf\",\"address\":\""
                    + site.url()
                    + "\""
                    + keys
                    + ",\"access_key\":\"reader\",\"secret_key\":\"very-secret\"}");
    assertEquals(200, put.status(), put.body());
    assertTrue(put.json().path("has_secret").asBoolean());
    assertTrue(!put.body().contains("very-secret") && !put.body().contains("reader"));
    assertEquals("2 0 0 0 0 0", world.again(source).counts());

    site.forgetSeen();
    assertEquals("0 0 2 0 0 0", world.again(source).counts());
    assertEquals(2, site.seen().size(), "two lists, and no object");
  }

  @Test
  void keysAreNotCarriedToAnotherServer() {
    var site = world.site();
    site.redirect("/moved/", "http://localhost:" + site.port() + "/elsewhere/");
    var keys = ",\"bucket\":\"moved\",\"region\":\"us-east-1\",\"access_key\":\"reader\"";

    var run = world.first("Moved", "bucket", "", keys + ",\"secret_key\":\"very-secret\"");

    assertEquals("failed bad_redirect 0 0 0 0 0 0", told(run));
    assertEquals(0, site.seen("/elsewhere/"));
  }

  @Test
  void anArchiveLeadsToNoAddressThatIsNotAllowed() {
    world.site().redirect("/led.zip", "http://169.254.169.254/latest/meta-data");
    var run = world.first("Led", "archive", "/led.zip", "");
    assertEquals("failed address_not_allowed 0 0 0 0 0 0", told(run));
  }

  /// A bucket that only the reader may see.
  private static void shelf(AtomicInteger refused) {
    world
        .site()
        .answer(
            "/shelf/",
            (request, response) -> {
              var authorization = String.valueOf(request.getHeader("authorization"));
              if (!authorization.startsWith("AWS4-HMAC-SHA256 Credential=reader/")) {
                refused.incrementAndGet();
                response.setStatusCode(403).end("<Error><Code>AccessDenied</Code></Error>");
              } else if (request.getParam("list-type") != null) {
                var second = request.getParam("continuation-token") != null;
                response
                    .putHeader("content-type", "application/xml")
                    .end(second ? page2() : page1());
              } else {
                response.end(Buffer.buffer("# " + request.path() + "\n\nText.\n"));
              }
            });
  }

  private static String page1() {
    return "<?xml version='1.0'?><ListBucketResult><IsTruncated>true</IsTruncated><Contents>"
        + "<Key>docs/one+and+a+half.md</Key><ETag>\"1\"</ETag><Size>20</Size><Owner><ID>x</ID></Owner>"
        + "</Contents><NextContinuationToken>more</NextContinuationToken></ListBucketResult>";
  }

  private static String page2() {
    return "<?xml version='1.0'?><ListBucketResult><Contents><Key>docs/two.md</Key>"
        + "<ETag>\"2\"</ETag><Size>20</Size></Contents><Contents><Key>docs/three.bin</Key>"
        + "<ETag>\"3\"</ETag><Size>20</Size></Contents></ListBucketResult>";
  }

  private static void tar(String path, String... files) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var tar = new TarArchiveOutputStream(new GZIPOutputStream(packed))) {
      for (var file : pairs(files)) {
        var bytes = file.get(1).getBytes(StandardCharsets.UTF_8);
        var entry = new TarArchiveEntry(file.get(0));
        entry.setSize(bytes.length);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
      }
    }
    world.site().file(path, "application/gzip", Buffer.buffer(packed.toByteArray()));
  }

  /// An archive of one file, whose name is so long.
  private static void longName(String path, int bytes) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var tar = new TarArchiveOutputStream(new GZIPOutputStream(packed))) {
      var name = new TarArchiveEntry(TarConstants.GNU_LONGLINK, TarConstants.LF_GNUTYPE_LONGNAME);
      name.setSize(bytes);
      tar.putArchiveEntry(name);
      tar.write(new byte[bytes]);
      tar.closeArchiveEntry();
    }
    world.site().file(path, "application/gzip", Buffer.buffer(packed.toByteArray()));
  }

  private static void zip(String path, String... files) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(packed)) {
      for (var file : pairs(files)) {
        zip.putNextEntry(new ZipEntry(file.get(0)));
        zip.write(file.get(1).getBytes(StandardCharsets.UTF_8));
      }
    }
    world.site().file(path, "application/zip", Buffer.buffer(packed.toByteArray()));
  }

  private static List<List<String>> pairs(String... files) {
    var pairs = new ArrayList<List<String>>();
    for (var i = 0; i < files.length; i += 2) {
      pairs.add(List.of(files[i], files[i + 1]));
    }
    return pairs;
  }
}
