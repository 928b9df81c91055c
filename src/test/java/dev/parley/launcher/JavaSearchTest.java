package dev.parley.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JavaSearchTest {
  /// Beyond any Java that the machine of the test may have, so that only the planted ones fit.
  private static final Map<String, String> NOTHING = Map.of("PATH", "");

  @TempDir Path folder;
  private Path old;

  @BeforeEach
  void plantAnOldJava() throws IOException {
    old = plant("old", "17.0.15", true);
  }

  @Test
  void ownVariableIsTheOnlyPlaceThatCounts() throws IOException {
    var wanted = plant("wanted", "25.0.3", true);
    var other = plant("other", "25.0.3", true);

    assertEquals(
        Optional.of(wanted),
        found(Map.of("PARLEY_JAVA_HOME", text(wanted), "JAVA_HOME", text(other))));
    assertEquals(
        Optional.empty(), found(Map.of("PARLEY_JAVA_HOME", text(old), "JAVA_HOME", text(other))));
  }

  @Test
  void javaHomeComesBeforeThePath() throws IOException {
    var home = plant("home", "26", true);
    var path = plant("path", "25.0.3", true);
    var variables = new HashMap<>(Map.of("JAVA_HOME", text(home), "PATH", path + "/bin"));

    assertEquals(Optional.of(home), found(variables));
    variables.put("JAVA_HOME", text(old));
    assertEquals(Optional.of(path), found(variables));
  }

  @Test
  void aLinkOnThePathIsFollowedToItsHome() throws IOException {
    var home = plant("home", "25.0.3", true);
    var links = Files.createDirectories(folder.resolve("links"));
    var _ = Files.createSymbolicLink(links.resolve("java"), home.resolve("bin/java"));

    assertEquals(Optional.of(home), found(Map.of("PATH", "/nowhere:" + links)));
  }

  @Test
  void aRuntimeWithoutTheVectorModuleDoesNotFit() throws IOException {
    assertEquals(25, JavaHome.of(plant("slim", "25.0.3", false)).feature());
    assertEquals(false, JavaHome.of(plant("slim", "25.0.3", false)).fits());
  }

  @Test
  void aFolderWithoutReleaseFileIsPassedOver() throws IOException {
    var broken = plant("broken", "25.0.3", true);
    Files.delete(broken.resolve("release"));

    assertEquals(false, JavaHome.of(broken).fits());
    assertEquals(false, JavaHome.of(folder.resolve("missing")).fits());
  }

  @Test
  void theAdviceNamesWhatToInstall() {
    assertTrue(search(NOTHING).advice().contains("openjdk-25-jdk-headless"));
    assertTrue(search(Map.of("PARLEY_JAVA_HOME", "/x")).advice().contains("/x"));
  }

  @Test
  void theArgumentsBeforeTheJarAreTheJvms() {
    assertEquals(
        List.of("-Xmx2g", "-Da=b c"),
        JvmArguments.of(List.of("java", "-Xmx2g", "-Da=b c", "-jar", "parley.jar", "-x", "serve")));
  }

  @Test
  void theClassPathIsNotPassedOn() {
    assertEquals(
        List.of("-Xmx2g"),
        JvmArguments.of(
            List.of("java", "-cp", "a.jar", "-Xmx2g", "dev.parley.launcher.Launcher", "serve")));
  }

  @Test
  void anUnknownCommandLinePassesNothingOn() {
    assertEquals(List.of(), JvmArguments.of(List.of("java", "-Xmx2g", "some.Other")));
  }

  private Optional<Path> found(Map<String, String> variables) {
    return search(variables).find().map(JavaHome::folder);
  }

  private JavaSearch search(Map<String, String> variables) {
    return new JavaSearch(variables, folder, old);
  }

  private Path plant(String name, String version, boolean vectors) throws IOException {
    var home = folder.toRealPath().resolve(name);
    Files.createDirectories(home.resolve("bin"));
    var java = home.resolve("bin/java");
    Files.writeString(java, "#!/bin/sh\n");
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    var modules = "java.base" + (vectors ? " jdk.incubator.vector" : "");
    Files.writeString(
        home.resolve("release"),
        "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"%s\"\nMODULES=\"%s\"\n".formatted(version, modules));
    return home;
  }

  private static String text(Path path) {
    return path.toString();
  }
}
