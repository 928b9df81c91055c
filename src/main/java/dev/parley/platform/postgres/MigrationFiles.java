package dev.parley.platform.postgres;

import dev.parley.platform.lifecycle.StartFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.regex.Pattern;

/// Finds migrations in a folder of the class path, in a jar as well as on disk.
final class MigrationFiles {
  private static final Pattern NAME =
      Pattern.compile(
          "V(?<version>\\d{4})__(?<name>[a-z0-9]+(?:_[a-z0-9]+)*)(?<down>\\.down)?\\.sql");

  private MigrationFiles() {}

  /// @param folder such as `db`
  /// @return in the order of their versions
  /// @throws StartFault when a name is malformed or two have one version
  static List<Migration> read(ClassLoader loader, String folder) {
    var texts = texts(loader, folder);
    var found = new TreeMap<Integer, Migration>();
    for (var file : texts.entrySet()) {
      var match = NAME.matcher(file.getKey());
      if (!match.matches()) {
        throw new StartFault(
            folder + "/" + file.getKey() + " is not named like V0001__owner_name.sql");
      }
      if (match.group("down") == null) {
        var version = Integer.parseInt(match.group("version"));
        var migration = migration(version, match.group("name"), file.getValue(), texts);
        var other = found.put(version, migration);
        if (other != null) {
          throw new StartFault(
              "Two migrations have one version: " + other.title() + " and " + migration.title());
        }
      }
    }
    checkDowns(folder, texts);
    return List.copyOf(found.values());
  }

  private static Migration migration(
      int version, String name, String up, Map<String, String> texts) {
    var down = texts.getOrDefault("V%04d__%s.down.sql".formatted(version, name), "");
    return new Migration(version, name, up, down, checksum(up));
  }

  private static void checkDowns(String folder, Map<String, String> texts) {
    for (var file : texts.keySet()) {
      if (file.endsWith(".down.sql") && !texts.containsKey(file.replace(".down.sql", ".sql"))) {
        throw new StartFault(folder + "/" + file + " takes back a migration that is not there");
      }
    }
  }

  private static Map<String, String> texts(ClassLoader loader, String folder) {
    var texts = new HashMap<String, String>();
    try {
      for (var place : places(loader, folder)) {
        if (place.openConnection() instanceof JarURLConnection jar) {
          readJar(jar, texts);
        } else {
          readFolder(Path.of(place.toURI()), texts);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a place on the class path has no proper address", e);
    }
    return texts;
  }

  private static List<URL> places(ClassLoader loader, String folder) throws IOException {
    var places = new ArrayList<URL>();
    loader.getResources(folder + "/").asIterator().forEachRemaining(places::add);
    return places;
  }

  private static void readJar(JarURLConnection connection, Map<String, String> texts)
      throws IOException {
    connection.setUseCaches(false);
    var prefix = connection.getEntryName();
    try (var jar = connection.getJarFile()) {
      for (var entry : (Iterable<JarEntry>) jar.stream()::iterator) {
        if (entry.getName().startsWith(prefix) && entry.getName().endsWith(".sql")) {
          try (var in = jar.getInputStream(entry)) {
            texts.put(entry.getName().substring(prefix.length()), text(in.readAllBytes()));
          }
        }
      }
    }
  }

  private static void readFolder(Path folder, Map<String, String> texts) throws IOException {
    try (var files = Files.list(folder)) {
      for (var file : (Iterable<Path>) files::iterator) {
        if (file.toString().endsWith(".sql")) {
          texts.put(file.getFileName().toString(), text(Files.readAllBytes(file)));
        }
      }
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8).replace("\r\n", "\n");
  }

  private static String checksum(String text) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
