package dev.parley.platform.postgres.embedded;

import dev.parley.platform.lifecycle.StartFault;
import dev.parley.platform.observe.Log;
import dev.parley.platform.time.Stopwatch;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/// The programs of PostgreSQL, unpacked from the class path.
///
/// @param folder with `bin`, `lib` and `share`; named after the archive's checksum, so another
///   version is another folder
/// @param version such as `18.6`
record Binaries(Path folder, String version) {
  private static final Log LOG = Log.of(Binaries.class);
  private static final String PREFIX = "bin-";
  private static final String FOR_ALL = "rwxr-xr-x";
  private static final String VERSION_FILE = "VERSION";
  private static final Duration LIMIT = Duration.ofSeconds(20);

  /// Unpacks them below `home`, unless that was done before, and removes those of other versions.
  static Binaries in(Path home) throws IOException {
    var archive = archive();
    var folder = home.resolve(PREFIX + checksum(archive));
    if (!Files.exists(folder.resolve(VERSION_FILE))) {
      unpack(archive, home, folder);
    }
    var version = Files.readString(folder.resolve(VERSION_FILE)).strip();
    removeOthers(home, folder);
    return new Binaries(folder, version);
  }

  Path program(String name) {
    return folder.resolve("bin").resolve(name);
  }

  String major() {
    var dot = version.indexOf('.');
    return dot < 0 ? version : version.substring(0, dot);
  }

  private static URL archive() {
    var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    var machine = System.getProperty("os.arch");
    var name = system.equals("linux") ? archiveFor(machine) : null;
    var found = name == null ? null : Binaries.class.getClassLoader().getResource(name);
    if (found == null) {
      throw new StartFault(
          "There is no embedded PostgreSQL for "
              + system
              + " on "
              + machine
              + ". Set DATABASE_URL to a PostgreSQL server.");
    }
    return found;
  }

  private static @Nullable String archiveFor(String machine) {
    return switch (machine) {
      case "amd64", "x86_64" -> "postgres-linux-x86_64.txz";
      case "aarch64", "arm64" -> "postgres-linux-arm_64.txz";
      default -> null;
    };
  }

  /// The checksum that the jar keeps of the archive, so that nothing is read for it.
  private static String checksum(URL archive) throws IOException {
    if (archive.openConnection() instanceof JarURLConnection jar) {
      return HexFormat.of().toHexDigits((int) jar.getJarEntry().getCrc());
    }
    return String.valueOf(archive.openConnection().getContentLengthLong());
  }

  private static void unpack(URL archive, Path home, Path folder) throws IOException {
    var watch = Stopwatch.start();
    var fresh = home.resolve("unpacking");
    Folders.delete(fresh);
    Folders.delete(folder);
    Folders.make(fresh);
    try (var in = new TarArchiveInputStream(decompressed(archive))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        unpack(in, entry, fresh);
      }
    }
    var version = version(fresh);
    Files.writeString(fresh.resolve(VERSION_FILE), version);
    open(fresh);
    Folders.syncAll(fresh); // a power cut must not leave a complete folder of empty files
    Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
    Folders.sync(home);
    LOG.info("unpacked PostgreSQL", "version", version, "ms", watch.millis());
  }

  private static InputStream decompressed(URL archive) throws IOException {
    return new BufferedInputStream(
        new XZInputStream(new BufferedInputStream(archive.openStream())));
  }

  private static void unpack(TarArchiveInputStream in, TarArchiveEntry entry, Path root)
      throws IOException {
    var target = root.resolve(entry.getName()).normalize();
    if (!target.startsWith(root)) {
      throw new IOException("the archive leaves its folder: " + entry.getName());
    }
    if (entry.getName().endsWith(".a")) {
      return; // for linking programs, not for running them
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Folders.make(target.resolveSibling("."));
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else {
      Files.copy(in, target);
      var mode = (entry.getMode() & 0100) == 0 ? "rw-r--r--" : FOR_ALL;
      Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(mode));
    }
  }

  /// Asks the server for its version, which also shows that it runs on this system at all.
  private static String version(Path fresh) throws IOException {
    var program = fresh.resolve("bin").resolve("postgres").toString();
    try {
      var said = Command.run(List.of(program, "--version"), fresh, "", LIMIT);
      if (said.ok() && said.lastLine().contains(" ")) {
        return said.lastLine().split(" ", -1)[2];
      }
      throw new StartFault(notHere(said.lastLine()));
    } catch (IOException e) {
      throw new StartFault(notHere(String.valueOf(e.getMessage())), e);
    }
  }

  private static String notHere(String reason) {
    return "The embedded PostgreSQL, which needs glibc, does not run on this system: "
        + reason
        + ". Set DATABASE_URL to a PostgreSQL server.";
  }

  /// Everybody may pass, whatever the umask of this process.
  private static void open(Path fresh) throws IOException {
    try (var files = Files.walk(fresh)) {
      for (var file : (Iterable<Path>) files::iterator) {
        if (Files.isDirectory(file)) {
          Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(FOR_ALL));
        }
      }
    }
  }

  private static void removeOthers(Path home, Path folder) throws IOException {
    try (var folders = Files.list(home)) {
      for (var other : (Iterable<Path>) folders::iterator) {
        if (other.getFileName().toString().startsWith(PREFIX) && !other.equals(folder)) {
          Folders.delete(other);
        }
      }
    }
  }
}
