package dev.parley.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.platform.lifecycle.ParentWatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The launcher in a jar of its own, with a small main class in place of the product.
@Timeout(120)
final class LauncherIT {
  /// Tells its arguments, then ends with the code it is given or waits for a signal.
  private static final String MAIN =
      """
      package dev.parley;

      public class Main {
        public static void main(String[] args) throws Exception {
          Runtime.getRuntime().addShutdownHook(new Thread(Main::stopped));
          dev.parley.platform.lifecycle.ParentWatch.start(() -> System.exit(3));
          System.out.println("java " + Runtime.version().feature());
          System.out.println("vector " + ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent());
          System.out.println("note " + System.getProperty("note"));
          System.out.println("args " + String.join("|", args));
          System.out.println("pid " + ProcessHandle.current().pid());
          if (args[0].equals("exit")) {
            System.exit(Integer.parseInt(args[1]));
          }
          Thread.sleep(60_000);
        }

        private static void stopped() {
          new java.io.File(System.getProperty("note")).mkdir();
        }
      }
      """;

  private static final Path NEW_JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
  private static final Path USUAL_JAVA = Path.of("/usr/bin/java");

  @TempDir private static Path folder;
  private static Path jar;

  @TempDir private Path own;
  private final List<ProcessHandle> started = new ArrayList<>();

  @BeforeAll
  static void packTheJar() throws IOException {
    var source = Files.writeString(folder.resolve("Main.java"), MAIN);
    var compiler = ToolProvider.getSystemJavaCompiler();
    var classes = Path.of("target/classes");
    var failed =
        compiler.run(
            null,
            null,
            null,
            "-cp",
            classes.toString(),
            "-d",
            folder.toString(),
            source.toString());
    assertEquals(0, failed);

    var manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Launcher.class.getName());
    jar = folder.resolve("a product.jar");
    try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
        var launcher = Files.list(classes.resolve("dev/parley/launcher"))) {
      pack(out, folder, folder.resolve("dev/parley/Main.class"));
      pack(out, classes, classes.resolve(ParentWatch.class.getName().replace('.', '/') + ".class"));
      for (var file : launcher.toList()) {
        pack(out, classes, file);
      }
    }
  }

  @AfterEach
  void endWhatIsLeft() {
    started.forEach(ProcessHandle::destroyForcibly);
  }

  @Test
  void startsTheProductOnANewJavaWithArgumentsOptionsAndExitCode() throws Exception {
    var process = launch(usualJava(), "-Dnote=" + note(), "exit", "7", "a b");
    var lines = process.inputReader().readAllLines();

    assertEquals(7, process.waitFor());
    assertTrue(lines.contains("java " + Runtime.version().feature()), lines.toString());
    assertTrue(lines.contains("vector true"), lines.toString());
    assertTrue(lines.contains("note " + note()), lines.toString());
    assertTrue(lines.contains("args exit|7|a b"), lines.toString());
  }

  @Test
  void staysInItsProcessWhereTheProductCanRun() throws Exception {
    var process =
        launch(List.of(NEW_JAVA.toString(), "--add-modules=jdk.incubator.vector"), "", "wait");
    var child = childOf(process);

    assertEquals(process.pid(), child.pid());
  }

  @ParameterizedTest
  @ValueSource(strings = {"-TERM", "-INT", "-HUP"})
  void passesAStopOnAndEndsAfterTheProductWithItsCode(String signal) throws Exception {
    var process = launch(usualJava(), "-Dnote=" + note(), "wait");
    var child = childOf(process);

    var sent = new ProcessBuilder("kill", signal, Long.toString(process.pid())).start();
    assertEquals(0, sent.waitFor());

    assertEquals(143, process.waitFor());
    assertFalse(child.isAlive());
    assertTrue(Files.exists(note()));
  }

  @Test
  void theProductEndsWhenTheLauncherIsKilled() throws Exception {
    var process = launch(usualJava(), "-Dnote=" + note(), "wait");
    var child = childOf(process);

    var _ = process.toHandle().destroyForcibly();
    var _ = child.onExit().get(30, TimeUnit.SECONDS);

    assertTrue(Files.exists(note()));
  }

  @Test
  void theProductKilledEndsTheLauncherWithItsCode() throws Exception {
    var process = launch(usualJava(), "-Dnote=" + note(), "wait");

    childOf(process).destroyForcibly();

    assertEquals(137, process.waitFor());
  }

  @Test
  void saysWhatIsMissingInOneLine() throws Exception {
    var builder = builder(usualJava(), "", "exit", "0");
    builder.environment().put("PARLEY_JAVA_HOME", folder.toString());
    var process = builder.start();
    var errors = process.errorReader().readAllLines();

    assertEquals(69, process.waitFor());
    assertEquals(List.of("PARLEY_JAVA_HOME=" + folder + " holds no Java 25 or newer"), errors);
  }

  /// Made by the product when it is stopped in good order.
  private Path note() {
    return own.resolve("a note");
  }

  /// The machine's own, old or new; without any, a new one that lacks the module it needs.
  private static List<String> usualJava() {
    return List.of((Files.isExecutable(USUAL_JAVA) ? USUAL_JAVA : NEW_JAVA).toString());
  }

  private Process launch(List<String> java, String option, String... arguments) throws IOException {
    var process =
        builder(java, option, arguments).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    started.add(process.toHandle());
    return process;
  }

  private static ProcessBuilder builder(List<String> java, String option, String... arguments) {
    // A JVM that inherits an ignored signal goes on ignoring it: a shell in the background gives
    // SIGINT, nohup gives SIGHUP.
    var usual = "$SIG{$_} = 'DEFAULT' for qw(INT HUP); exec @ARGV";
    var command = new ArrayList<>(List.of("perl", "-e", usual));
    command.addAll(java);
    if (!option.isEmpty()) {
      command.add(option);
    }
    command.addAll(List.of("-jar", jar.toString()));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command);
    builder.environment().putAll(Map.of("PARLEY_JAVA_HOME", System.getProperty("java.home")));
    return builder;
  }

  /// The process of the product, once it has told its id.
  private ProcessHandle childOf(Process process) throws IOException {
    var output = process.inputReader();
    for (var line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith("pid ")) {
        var child = ProcessHandle.of(Long.parseLong(line.substring(4))).orElseThrow();
        started.add(child);
        return child;
      }
    }
    throw new AssertionError("the product did not start");
  }

  private static void pack(JarOutputStream out, Path root, Path file) throws IOException {
    out.putNextEntry(new JarEntry(root.relativize(file).toString()));
    var _ = Files.copy(file, out);
    out.closeEntry();
  }
}
