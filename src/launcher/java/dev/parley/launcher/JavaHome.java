package dev.parley.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * A folder with a Java in it, judged by its {@code release} file: no process is started to ask.
 *
 * @param feature the first number of its version, such as 25; 0 when that is unknown
 * @param version the whole version
 * @param vectors whether the module that search needs is there
 */
record JavaHome(Path folder, int feature, String version, boolean vectors) {
  private static final Pattern VERSION = Pattern.compile("(?m)^JAVA_VERSION=\"((\\d+)[^\"]*)\"");
  private static final Pattern MODULES = Pattern.compile("(?m)^MODULES=\"([^\"]*)\"");

  /** Reads a folder; one that holds no Java has feature 0. */
  static JavaHome of(Path folder) {
    try {
      if (!Files.isExecutable(folder.resolve("bin/java"))) {
        return new JavaHome(folder, 0, "", false);
      }
      var release = Files.readString(folder.resolve("release"));
      var version = VERSION.matcher(release);
      var modules = MODULES.matcher(release);
      var vectors = !modules.find() || modules.group(1).contains(Launcher.VECTOR_MODULE);
      return version.find()
          ? new JavaHome(folder, Integer.parseInt(version.group(2)), version.group(1), vectors)
          : new JavaHome(folder, 0, "", false);
    } catch (IOException | NumberFormatException e) {
      return new JavaHome(folder, 0, "", false);
    }
  }

  /** Whether the product can run on it. */
  boolean fits() {
    return feature >= Launcher.OLDEST_JAVA && vectors;
  }

  String java() {
    return folder.resolve("bin/java").toString();
  }
}
