package dev.parley.platform.postgres.embedded;

import dev.parley.platform.config.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/// The passwords of the roles, random, in a file that only this process's user can read.
///
/// @param administrator of `postgres`, who may do everything
/// @param owner of `parley`, who owns the database and its tables
/// @param application of `parley_app`, as whom the product works
record Passwords(Secret administrator, Secret owner, Secret application) {
  private static final int BYTES = 24;

  static boolean exist(Path file) {
    return Files.exists(file);
  }

  static Passwords read(Path file) throws IOException {
    var lines = Files.readAllLines(file);
    if (lines.size() != 3) {
      throw new IOException(file + " should have three lines");
    }
    return new Passwords(
        new Secret(lines.get(0)), new Secret(lines.get(1)), new Secret(lines.get(2)));
  }

  static Passwords random() {
    var random = new SecureRandom();
    return new Passwords(random(random), random(random), random(random));
  }

  private static Secret random(SecureRandom random) {
    var bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new Secret(HexFormat.of().formatHex(bytes));
  }

  /// Writes the file whole or not at all.
  void write(Path file) throws IOException {
    var fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    Files.createFile(
        fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(fresh, List.of(administrator.value(), owner.value(), application.value()));
    Folders.sync(fresh);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    Folders.sync(file.resolveSibling("."));
  }
}
