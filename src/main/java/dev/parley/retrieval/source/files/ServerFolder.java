package dev.parley.retrieval.source.files;

import dev.parley.retrieval.source.files.FileTree.Entry;
import dev.parley.retrieval.source.intake.EndOfTrip;
import dev.parley.retrieval.source.intake.Trip;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// A folder of this machine, inside one of those that the configuration allows. Links are not
/// followed, so nothing leads out of it.
public final class ServerFolder implements FileTree {
  private static final int MOST_FILES = 200_000;
  private static final int DEEPEST = 50;

  private final List<Path> allowed;

  public ServerFolder(List<Path> allowed) {
    this.allowed = List.copyOf(allowed);
  }

  @Override
  public void each(Trip trip, Visitor visitor) throws Exception {
    var top = top(Path.of(trip.source().definition().address()));
    for (var file : files(top)) {
      var attributes =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      var tag = attributes.size() + "-" + attributes.lastModifiedTime().toMillis();
      var path = top.relativize(file).toString().replace('\\', '/');
      visitor.visit(new Entry(path, tag, attributes.size(), null, most -> read(top, file, most)));
    }
  }

  /// The real folder; a link may have been set since somebody named it.
  private Path top(Path named) {
    try {
      var real = named.toRealPath();
      for (var root : allowed) {
        if (Files.isDirectory(root) && real.startsWith(root.toRealPath())) {
          return real;
        }
      }
    } catch (IOException _) {
      throw new EndOfTrip.Failed("folder_missing", "There is no folder at " + named + ".");
    }
    throw new EndOfTrip.Failed(
        "folder_not_allowed", named + " is not inside a folder that the configuration allows.");
  }

  private static List<Path> files(Path top) throws IOException {
    var files = new ArrayList<Path>();
    var _ =
        Files.walkFileTree(
            top,
            Set.of(),
            DEEPEST,
            new SimpleFileVisitor<>() {
              @Override
              public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile()) {
                  files.add(file);
                }
                return files.size() < MOST_FILES
                    ? FileVisitResult.CONTINUE
                    : FileVisitResult.TERMINATE;
              }

              @Override
              public FileVisitResult visitFileFailed(Path file, IOException unreadable)
                  throws IOException {
                throw unreadable;
              }
            });
    if (files.size() >= MOST_FILES) {
      throw new EndOfTrip.Failed("too_many_files", "There are too many files in the folder.");
    }
    files.sort(Comparator.naturalOrder());
    return files;
  }

  /// A folder on the way may have become a link since the files were listed.
  private static byte[] read(Path top, Path file, int most) throws IOException {
    var folder = file.getParent();
    if (folder == null || !folder.toRealPath().startsWith(top)) {
      throw new IOException("The file is not in the folder any more.");
    }
    try (var stream = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return stream.readNBytes(most);
    }
  }
}
