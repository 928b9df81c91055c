package dev.parley.cli.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.cli.ingest.Sources.SourceFile;
import dev.parley.cli.process.CliProblem.WrongUse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is found in folders.
final class FindSourcesIT {
  @TempDir private Path folder;

  @Test
  void findsFilesByNameWithTheirSizes() throws IOException {
    write("b.md", "22");
    write("a/z.md", "1");
    write("a.md", "333");

    assertEquals(
        List.of("a.md 3", "a/z.md 1", "b.md 2"),
        find(folder).files().stream().map(file -> file.name() + " " + file.bytes()).toList());
  }

  @Test
  void countsWhatItPassesOver() throws IOException {
    write(".hidden.md", "1");
    write(".git/a.md", "1");
    write(".git/b.md", "1");
    write("photo.png", "1");
    write("README", "1");
    write("a.md", "1");

    var found = find(folder);

    assertEquals(List.of("a.md"), names(found));
    assertEquals(2, found.hidden());
    assertEquals(2, found.unreadable());
    assertEquals(List.of(), found.faults());
  }

  @Test
  void looksIntoAHiddenFolderThatIsNamedItself() throws IOException {
    write(".notes/a.md", "1");

    assertEquals(List.of("a.md"), names(find(folder.resolve(".notes"))));
  }

  @Test
  void followsLinksOnceRound() throws IOException {
    write("a/one.md", "1");
    Files.createSymbolicLink(folder.resolve("a/up"), folder);
    Files.createSymbolicLink(folder.resolve("b"), folder.resolve("a"));

    assertEquals(List.of("a/one.md", "b/one.md"), names(find(folder)));
  }

  @Test
  void findsFilesThatAreLinksIntoAHiddenFolder() throws IOException {
    write("..version/a.md", "1");
    Files.createSymbolicLink(folder.resolve("a.md"), folder.resolve("..version/a.md"));

    assertEquals(List.of("a.md"), names(find(folder)));
  }

  @Test
  void namesALinkThatLeadsNowhere() throws IOException {
    write("a.md", "1");
    Files.createSymbolicLink(folder.resolve("gone.md"), folder.resolve("nowhere"));

    var found = find(folder);

    assertEquals(List.of("a.md"), names(found));
    assertEquals(1, found.faults().size());
    assertTrue(found.faults().getFirst().name().endsWith("gone.md"));
  }

  @Test
  void refusesTwoFilesOfOneName() throws IOException {
    write("a/README.md", "1");
    write("b/README.md", "2");

    var refused =
        assertThrows(WrongUse.class, () -> find(folder.resolve("a"), folder.resolve("b")));
    assertTrue(refused.words().contains("README.md"), refused.words());
  }

  @Test
  void takesAFileNamedTwiceOnce() throws IOException {
    write("a.md", "1");

    assertEquals(List.of("a.md"), names(find(folder, folder.resolve("a.md"))));
  }

  @Test
  void tellsAddressesFromPaths() {
    var found = FindSources.in(List.of("https://example.org/a", "HTTP://example.org/b"), _ -> true);

    assertEquals(List.of("https://example.org/a", "HTTP://example.org/b"), found.pages());
    assertEquals(List.of(), found.files());
  }

  @Test
  void refusesAPlaceThatIsNotThere() {
    assertThrows(WrongUse.class, () -> find(folder.resolve("missing")));
  }

  private static Sources find(Path... places) {
    return FindSources.in(
        List.of(places).stream().map(Path::toString).toList(), name -> name.endsWith(".md"));
  }

  private static List<String> names(Sources found) {
    return found.files().stream().map(SourceFile::name).toList();
  }

  private void write(String name, String text) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
