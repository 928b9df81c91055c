package dev.parley.platform.crypto;

import dev.parley.platform.config.Secret;
import dev.parley.platform.lifecycle.StartFault;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/// Random keys that a process makes at its first start when none is configured, and keeps in files
/// that only its user can read. Good for one machine; replicas have to be given a common key. What
/// a file holds may be configured in its stead.
public final class KeptKey {
  private static final int BYTES = 32;
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

  private KeptKey() {}

  /// The key of that name: 32 random bytes as 43 letters of base64url. Blocks; for the start.
  ///
  /// @throws StartFault when the file cannot be read or written, or holds something else
  public static Secret in(Path dataDir, String name) {
    var folder = dataDir.resolve("keys");
    var file = folder.resolve(name);
    try {
      if (!Files.exists(file)) {
        makeFolder(dataDir, folder);
        make(folder, file);
      }
      var text = Files.readString(file).strip();
      if (!FORM.matcher(text).matches()) {
        throw new StartFault(
            file + " holds no key. Put its copy back; deleting it makes what it protects useless.");
      }
      return new Secret(text);
    } catch (IOException e) {
      throw new StartFault("The key file " + file + " cannot be used: " + e.getMessage(), e);
    }
  }

  private static void makeFolder(Path dataDir, Path folder) throws IOException {
    Files.createDirectories(dataDir);
    try {
      Files.createDirectory(folder, mode("rwx------"));
    } catch (FileAlreadyExistsException _) {
      // as it should be from the second start on
    }
  }

  private static void make(Path folder, Path file) throws IOException {
    var bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    var fresh = Files.createTempFile(folder, "new", "", mode("rw-------"));
    Files.writeString(fresh, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    sync(fresh);
    publish(fresh, file);
    sync(folder);
  }

  // Two processes may start in one folder: a link is made by one of them only, a move by both.
  private static void publish(Path fresh, Path file) throws IOException {
    try {
      Files.createLink(file, fresh);
    } catch (FileAlreadyExistsException _) {
      return;
    } catch (UnsupportedOperationException | FileSystemException _) {
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static void sync(Path path) throws IOException {
    try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static FileAttribute<?> mode(String permissions) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
  }
}
