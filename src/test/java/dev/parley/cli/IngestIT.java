package dev.parley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.cli.StandIn.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Folders and pages on their way into a server.
final class IngestIT {
  @TempDir private Path folder;
  private StandIn server;
  private Typed typed;

  @BeforeEach
  void start() throws IOException {
    server = StandIn.start();
    typed = Typed.against(server.url());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void sendsAFolderAndWaitsUntilItIsRead() throws IOException {
    write("index.md", "# Hello");
    write("guide/start here.md", "Größe: 2 µm");
    write("guide/deep/note.txt", "");
    write("guide/photo.png", "not text");
    write(".git/config.txt", "secret");

    var code = typed.run("ingest", folder.toString());

    assertEquals(ExitCode.OK, code);
    assertEquals(
        Map.of(
            "index.md", "# Hello", "guide/start here.md", "Größe: 2 µm", "guide/deep/note.txt", ""),
        server.shelf.contents());
    assertTrue(
        typed
            .out()
            .contains(
                "3 added, 0 unchanged, 0 failed, 1 skipped because Parley does not read their kind, 1 skipped because hidden.\n3 pages, 9 passages in "),
        typed.out());
    assertTrue(typed.out().contains(" pages/s.\n"), typed.out());
    assertEquals("", typed.err());
  }

  @Test
  void saysWhatWasThereAlreadyAndWhatIsNew() throws IOException {
    write("same.md", "1");
    write("other.md", "1");
    assertEquals(ExitCode.OK, typed.run("ingest", folder.toString()));
    write("other.md", "2");
    var again = Typed.against(server.url());

    assertEquals(ExitCode.OK, again.run("ingest", folder.toString()));

    assertTrue(
        summary(again).startsWith("0 added, 1 in a new version, 1 unchanged, 0 failed.\n1 page,"),
        again.out());
  }

  @Test
  void namesEveryFileThatFailedAndWhy() throws IOException {
    write("good.md", "1");
    write("broken.md", "2");
    write("odd.md", "3");
    write("large.md", "x".repeat(1001));
    server.shelf.fail("broken.md", "The text ends in the middle.");
    server.shelf.refuse("odd.md", Reply.problem(415, "Parley does not read pictures."));

    var code = typed.run("ingest", folder.toString());

    assertEquals(ExitCode.FAILED, code);
    assertEquals(
        List.of(
            "failed: broken.md: The text ends in the middle.",
            "failed: large.md: has 1001 bytes, and the server takes at most 1000 bytes",
            "failed: odd.md: Parley does not read pictures."),
        typed.err().lines().sorted().toList());
    assertTrue(summary(typed).startsWith("1 added, 0 unchanged, 3 failed.\n"), typed.out());
  }

  @Test
  void sendsAFileThatIsNamedWhateverItsKind() throws IOException {
    write("scan.tiff", "II*");

    assertEquals(ExitCode.OK, typed.run("ingest", folder.resolve("scan.tiff").toString()));
    assertEquals(Map.of("scan.tiff", "II*"), server.shelf.contents());
  }

  @Test
  void comesBackWhenAFullServerSaysItMay() throws IOException {
    write("a.md", "1");
    server.busy.set(2);

    assertEquals(ExitCode.OK, typed.run("ingest", folder.toString()));
    assertEquals(2, typed.pauses.stream().filter(Duration.ofSeconds(7)::equals).count());
    assertEquals(Map.of("a.md", "1"), server.shelf.contents());
  }

  @Test
  void givesUpWhenTheServerDiesOnTheWay() throws IOException {
    for (var i : IntStream.range(0, 40).toArray()) {
      write("page-%02d.md".formatted(i), "text " + i);
    }
    server.lifetime.set(10);

    var code = typed.run("ingest", folder.toString());

    assertEquals(ExitCode.FAILED, code);
    assertTrue(typed.err().contains(server.url() + " does not answer"), typed.err());
    assertTrue(typed.err().contains("of 40 were sent"), typed.err());
    assertTrue(typed.err().contains("The same command again goes on from there"), typed.err());
  }

  @Test
  void givesUpWhenTheServerGetsNothingDone() throws IOException {
    write("a.md", "1");
    server.shelf.stick();
    typed.hurry(100);

    assertEquals(ExitCode.FAILED, typed.run("ingest", folder.toString()));
    assertTrue(
        typed
            .err()
            .contains("Nothing has moved for 15 minutes. Still not done: 1 page, among them a.md."),
        typed.err());
  }

  @Test
  void asksForAKeyOnceAndNotForEveryFile() throws IOException {
    write("a.md", "1");
    write("b.md", "1");
    server.lock("pk_right");

    assertEquals(ExitCode.FAILED, typed.run("ingest", folder.toString()));
    assertTrue(
        typed
            .err()
            .contains(
                "parley: This key is not known here.\nSet PARLEY_KEY to an API key of the server.\n"),
        typed.err());
    assertEquals(List.of("GET /api/v1/session "), server.requests);
  }

  @Test
  void showsItsKey() throws IOException {
    write("a.md", "1");
    server.lock("pk_right");
    typed.environment.put("PARLEY_KEY", "pk_right");

    assertEquals(ExitCode.OK, typed.run("ingest", folder.toString()));
  }

  @Test
  void addsAPageByItsAddress() {
    var waiting =
        server.shelf.put("https://example.org/a", "page").json(); // where the server would put it
    server.replies.put("/api/v1/knowledge/pages", new Reply(202, Map.of(), waiting));

    assertEquals(ExitCode.OK, typed.run("ingest", "https://example.org/a"));
    assertTrue(
        server.requests.contains(
            "POST /api/v1/knowledge/pages {\"url\":\"https://example.org/a\"}"),
        server.requests.toString());
    assertTrue(summary(typed).startsWith("1 added,"), typed.out());
  }

  @Test
  void drawsOneLineWhereSomebodyWatches() throws IOException {
    write("a.md", "1");
    typed.live();

    assertEquals(ExitCode.OK, typed.run("ingest", folder.toString()));
    var drawn = typed.out().split("\r", -1);
    assertTrue(drawn.length > 3, typed.out());
    assertTrue(drawn[drawn.length - 1].contains("[################] 100%"), typed.out());
    assertTrue(typed.out().contains("[########--------]  50%"), typed.out());
    assertTrue(drawn[drawn.length - 1].contains("\n1 added"), typed.out());
  }

  @Test
  void writesPlainLinesWhereNobodyWatches() throws IOException {
    write("a.md", "1");
    server.busy.set(1); // costs seven seconds

    assertEquals(ExitCode.OK, typed.run("ingest", folder.toString()));
    assertTrue(typed.out().contains(" of 1"), typed.out());
    assertFalse(typed.out().contains("\r"), typed.out());
    assertFalse(typed.out().contains("\u001b"), typed.out());
  }

  @Test
  void refusesAPlaceThatIsNoneBeforeAnythingIsSent() throws IOException {
    write("a.md", "1");

    assertEquals(ExitCode.WRONG_USE, typed.run("ingest", folder.toString(), folder + "/missing"));
    assertEquals(List.of(), server.requests);
  }

  @Test
  void saysSoWhenThereIsNothingToSend() throws IOException {
    write("photo.png", "1");

    assertEquals(ExitCode.FAILED, typed.run("ingest", folder.toString()));
    assertEquals(
        "parley: There is nothing to send: 1 file of a kind that Parley does not read, 0 hidden.\n",
        typed.err());
  }

  /// The last two lines; before them stands progress, more or less of it.
  private static String summary(Typed typed) {
    var lines = typed.out().lines().toList();
    return String.join("\n", lines.subList(lines.size() - 2, lines.size()));
  }

  private void write(String name, String text) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
