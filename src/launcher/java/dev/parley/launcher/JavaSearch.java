package dev.parley.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Looks for a Java that is new enough: where the environment points first, then beside this one,
 * then in the folders where Linux distributions and version managers put it.
 */
final class JavaSearch {
  private static final String OWN_VARIABLE = "PARLEY_JAVA_HOME";

  private final Map<String, String> environment;
  private final Path home;
  private final Path running;

  /**
   * A search from here.
   *
   * @param home of the user
   * @param running the home of the Java that runs the launcher
   */
  JavaSearch(Map<String, String> environment, Path home, Path running) {
    this.environment = environment;
    this.home = home;
    this.running = running;
  }

  /** The first that fits. PARLEY_JAVA_HOME, when set, is the only place that counts. */
  Optional<JavaHome> find() {
    var wanted = variable(OWN_VARIABLE);
    if (wanted.isPresent()) {
      return wanted.map(JavaHome::of).filter(JavaHome::fits);
    }
    return Stream.<Supplier<Stream<JavaHome>>>of(
            () -> variable("JAVA_HOME").map(JavaHome::of).stream(),
            () -> Stream.of(JavaHome.of(running)),
            this::onPath,
            () -> below(Path.of("/usr/lib/jvm")),
            () -> below(Path.of("/opt")),
            () -> below(home.resolve(".sdkman/candidates/java")),
            () -> below(home.resolve(".jdks")))
        .flatMap(Supplier::get)
        .filter(JavaHome::fits)
        .findFirst();
  }

  /** What to tell somebody on whose machine nothing was found. */
  String advice() {
    var wanted = environment.getOrDefault(OWN_VARIABLE, "");
    return wanted.isEmpty()
        ? "Parley needs Java "
            + Launcher.OLDEST_JAVA
            + " or newer, and this machine has none that can be found: install the package"
            + " openjdk-25-jdk-headless (Debian 13) or temurin-25-jdk (Adoptium), or set "
            + OWN_VARIABLE
        : OWN_VARIABLE + "=" + wanted + " holds no Java " + Launcher.OLDEST_JAVA + " or newer";
  }

  private Optional<Path> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(it -> !it.isBlank()).map(Path::of);
  }

  private Stream<JavaHome> onPath() {
    return Stream.of(environment.getOrDefault("PATH", "").split(":"))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, "java"))
        .filter(Files::isExecutable)
        .flatMap(JavaSearch::homeOf);
  }

  /** /usr/bin/java is a link to a link to bin/java of the home. */
  private static Stream<JavaHome> homeOf(Path java) {
    try {
      var folder = java.toRealPath().getParent().getParent();
      return folder == null ? Stream.empty() : Stream.of(JavaHome.of(folder));
    } catch (IOException e) {
      return Stream.empty();
    }
  }

  /** Of several in one folder: the lowest version that fits, since that is the one tested most. */
  private static Stream<JavaHome> below(Path folder) {
    try (var entries = Files.list(folder)) {
      List<JavaHome> found =
          entries
              .map(JavaHome::of)
              .filter(JavaHome::fits)
              .sorted(
                  Comparator.comparingInt(JavaHome::feature)
                      .thenComparing(JavaHome::version, Comparator.reverseOrder())
                      .thenComparing(JavaHome::folder))
              .toList();
      return found.stream();
    } catch (IOException e) {
      return Stream.empty();
    }
  }
}
