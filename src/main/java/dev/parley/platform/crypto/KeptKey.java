package dev.parley.platform.crypto;

import dev.parley.platform.lifecycle.StartFault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;

/// A key that is made at the first start and read at the later ones, where none is configured: good
/// enough for one machine, and never a key that stands in a source.
public final class KeptKey {
  private static final int LENGTH = 32;
  private static final String ONLY_MINE = "rw-------";

  private KeptKey() {}

  /// The 32 random bytes in `keys/<name>` of the data directory, which only its owner may read.
  /// Blocks.
  ///
  /// @throws StartFault when the file cannot be written, or holds something else
  public static byte[] of(Path dataDir, String name) {
    var file = dataDir.resolve("keys").resolve(name);
    try {
      if (!Files.exists(file)) {
        make(file);
      }
      var key = Files.readAllBytes(file);
      if (key.length != LENGTH) {
        throw new StartFault("The key file " + file + " does not have 32 bytes.");
      }
      return key;
    } catch (IOException e) {
      throw new StartFault("The key file %s cannot be used: %s".formatted(file, e.getMessage()), e);
    }
  }

  /// Written whole under another name first, so that nobody reads half a key; whoever comes second
  /// takes the key of the first.
  private static void make(Path file) throws IOException {
    var folder = Files.createDirectories(file.getParent());
    var half = folder.resolve(file.getFileName() + "." + ProcessHandle.current().pid());
    var key = new byte[LENGTH];
    new SecureRandom().nextBytes(key);
    Files.deleteIfExists(half);
    var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (var channel = FileChannel.open(half, options, onlyMine(folder))) {
      var _ = channel.write(ByteBuffer.wrap(key));
      channel.force(true);
    }
    try {
      var _ = Files.move(half, file);
    } catch (FileAlreadyExistsException _) {
      Files.deleteIfExists(half);
    }
  }

  private static FileAttribute<?>[] onlyMine(Path folder) throws IOException {
    return Files.getFileStore(folder).supportsFileAttributeView("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(ONLY_MINE))
        }
        : new FileAttribute<?>[0];
  }
}
