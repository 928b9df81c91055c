package dev.parley.platform.postgres.embedded;

import dev.parley.platform.lifecycle.StartFault;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Files and folders below `DATA_DIR`, and what it means when they refuse.
final class Folders {
  private static final Duration SYNC_LIMIT = Duration.ofMinutes(2);

  private Folders() {}

  /// Makes a folder that everybody may pass through, its parents as well.
  static void make(Path folder) throws IOException {
    Files.createDirectories(folder);
  }

  /// Makes a folder of ours alone, if it is not there.
  static void makePrivate(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectory(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
  }

  /// Deletes a folder and what is in it. One that is not there is fine.
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path emptied, @Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(emptied);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /// Brings a file, or the list of files of a folder, to the disk.
  static void sync(Path path) throws IOException {
    try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /// Brings a folder with all that is in it to the disk: by one call for the whole file system,
  /// which is far quicker than one for each of a thousand files; by those if it fails.
  static void syncAll(Path folder) throws IOException {
    if (syncFileSystem(folder)) {
      return;
    }
    try (var files = Files.walk(folder)) {
      for (var file : (Iterable<Path>) files::iterator) {
        if (!Files.isSymbolicLink(file)) {
          sync(file);
        }
      }
    }
  }

  private static boolean syncFileSystem(Path folder) {
    try {
      var command = List.of("sync", "-f", folder.toString());
      return Command.run(command, Path.of("/"), "", SYNC_LIMIT).ok();
    } catch (IOException _) {
      return false; // there is no such program
    }
  }

  /// A failure of the file system as one line for the person who starts the process.
  static StartFault fault(Path dataDir, IOException cause) {
    var reason = Objects.requireNonNullElse(cause.getMessage(), cause.toString());
    if (reason.contains("No space left") || reason.contains("quota exceeded")) {
      return new StartFault("The disk of DATA_DIR " + dataDir + " is full.", cause);
    }
    if (cause instanceof AccessDeniedException || reason.contains("Read-only file system")) {
      return new StartFault(
          "DATA_DIR "
              + dataDir
              + " cannot be written: "
              + reason
              + ". Give it to user "
              + System.getProperty("user.name")
              + " or choose another folder.",
          cause);
    }
    if (cause instanceof FileAlreadyExistsException exists) {
      return new StartFault(
          "DATA_DIR " + dataDir + " cannot be used: " + exists.getFile() + " is no folder.", cause);
    }
    return new StartFault(
        "The embedded database cannot start in " + dataDir + ": " + reason, cause);
  }
}
