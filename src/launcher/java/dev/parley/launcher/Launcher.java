package dev.parley.launcher;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The jar's main class, readable by Java 17. Where this JVM can run the product, it does so in this
 * process; else it finds a newer Java and starts the product there, as if it were this process:
 * same terminal, signals passed on, same exit code.
 *
 * <p>The heap is left to the JVM, a quarter of the memory, and to whoever says otherwise on the
 * command line or in JAVA_TOOL_OPTIONS.
 *
 * <p>Exit code 69 ("unavailable") when there is no Java to be found; otherwise that of the product.
 */
public final class Launcher {
  static final int OLDEST_JAVA = 25;
  static final String VECTOR_MODULE = "jdk.incubator.vector";
  static final int FAILED = 1;
  private static final int UNAVAILABLE = 69;
  private static final String MAIN = "dev.parley.Main";

  private Launcher() {}

  public static void main(String[] args) throws Throwable {
    if (canRunHere()) {
      runHere(args);
    } else {
      System.exit(runElsewhere(args));
    }
  }

  private static boolean canRunHere() {
    return Runtime.version().feature() >= OLDEST_JAVA
        && ModuleLayer.boot().findModule(VECTOR_MODULE).isPresent();
  }

  private static void runHere(String[] args) throws Throwable {
    try {
      Class.forName(MAIN).getMethod("main", String[].class).invoke(null, (Object) args);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static int runElsewhere(String[] args)
      throws IOException, InterruptedException, URISyntaxException {
    var home = Path.of(System.getProperty("user.home"));
    var running = Path.of(System.getProperty("java.home"));
    var search = new JavaSearch(System.getenv(), home, running);
    var found = search.find();
    if (found.isEmpty()) {
      System.err.println(search.advice());
      return UNAVAILABLE;
    }
    return Child.start(command(found.get(), args)).await();
  }

  private static List<String> command(JavaHome java, String[] args) throws URISyntaxException {
    var command = new ArrayList<String>();
    command.add(java.java());
    command.add("--add-modules=" + VECTOR_MODULE);
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-XX:+UseCompactObjectHeaders");
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.addAll(JvmArguments.ofThisProcess());
    command.add("-Dlauncher.pid=" + ProcessHandle.current().pid());
    command.add("-cp");
    command.add(classPath());
    command.add(MAIN);
    command.addAll(List.of(args));
    return command;
  }

  /** Where this class was read from: the jar, or the class path of a test. */
  private static String classPath() throws URISyntaxException {
    var source = Launcher.class.getProtectionDomain().getCodeSource().getLocation();
    return new File(source.toURI()).getPath();
  }
}
