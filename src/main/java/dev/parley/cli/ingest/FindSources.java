package dev.parley.cli.ingest;

import dev.parley.cli.ingest.Sources.Fault;
import dev.parley.cli.ingest.Sources.SourceFile;
import dev.parley.cli.process.CliProblem;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;

/// Finds the files below folders. Links are followed, once round at most. A file that is named
/// itself is taken whatever its kind: the server then says what it thinks of it.
final class FindSources {
  private static final int DEEPEST = 64;

  private final Predicate<String> readable;
  private final TreeMap<String, SourceFile> files = new TreeMap<>();
  private final List<String> pages = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();
  private int hidden;
  private int unreadable;

  private FindSources(Predicate<String> readable) {
    this.readable = readable;
  }

  /// @param readable whether Parley reads files of this name
  static Sources in(List<String> places, Predicate<String> readable) {
    var find = new FindSources(readable);
    places.forEach(find::look);
    return new Sources(
        List.copyOf(find.files.values()), find.pages, find.hidden, find.unreadable, find.faults);
  }

  private void look(String place) {
    if (place.matches("(?i)https?://.+")) {
      pages.add(place);
      return;
    }
    var root = Path.of(place);
    try {
      if (Files.isDirectory(root)) {
        Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEEPEST, new Walk(root));
      } else if (Files.isRegularFile(root)) {
        add(root, root.getFileName().toString(), Files.size(root));
      } else {
        throw new CliProblem.WrongUse("There is no file or folder " + place + ".");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(Path path, String name, long bytes) {
    var before = files.putIfAbsent(name, new SourceFile(path, name, bytes));
    if (before != null && !before.path().equals(path)) {
      throw new CliProblem.WrongUse(
          "%s and %s would both become the document %s. Name the folder above them, or ingest one after the other into different bases."
              .formatted(before.path(), path, name));
    }
  }

  private final class Walk extends SimpleFileVisitor<Path> {
    private final Path root;

    Walk(Path root) {
      this.root = root;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      if (isHidden(folder)) {
        hidden++;
        return FileVisitResult.SKIP_SUBTREE;
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (isHidden(file)) {
        hidden++;
      } else if (attributes.isSymbolicLink()) {
        faults.add(new Fault(file.toString(), "is a link that leads nowhere"));
      } else if (attributes.isDirectory()) {
        faults.add(new Fault(file.toString(), "lies deeper than " + DEEPEST + " folders"));
      } else if (!attributes.isRegularFile() || !readable.test(file.getFileName().toString())) {
        unreadable++;
      } else {
        add(file, name(file), attributes.size());
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
      if (isHidden(file)) {
        hidden++;
      } else if (!(failure instanceof FileSystemLoopException)) {
        faults.add(new Fault(file.toString(), "cannot be read"));
      }
      return FileVisitResult.CONTINUE;
    }

    private boolean isHidden(Path path) {
      return !path.equals(root) && path.getFileName().toString().startsWith(".");
    }

    private String name(Path file) {
      return root.relativize(file).toString().replace(File.separatorChar, '/');
    }
  }
}
