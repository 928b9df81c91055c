package dev.parley.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What the user gave to this JVM, such as {@code -Xmx2g}, for the JVM that the product gets. The
 * command line is read and not the management bean: the bean also lists what JAVA_TOOL_OPTIONS
 * holds, which the child inherits anyway.
 */
final class JvmArguments {
  private static final Set<String> CLASS_PATH = Set.of("-cp", "-classpath", "--class-path");

  private JvmArguments() {}

  static List<String> ofThisProcess() {
    try {
      var line = Files.readString(Path.of("/proc/self/cmdline")).split("\0", -1);
      return of(List.of(line));
    } catch (IOException e) {
      return ProcessHandle.current()
          .info()
          .arguments()
          .map(arguments -> {
            var line = new ArrayList<>(List.of("java"));
            line.addAll(List.of(arguments));
            return of(line);
          })
          .orElse(List.of());
    }
  }

  /** The arguments between the name of the program and the jar or class, without the class path. */
  static List<String> of(List<String> commandLine) {
    var arguments = new ArrayList<String>();
    for (var i = 1; i < commandLine.size(); i++) {
      var argument = commandLine.get(i);
      if (argument.equals("-jar") || argument.equals(Launcher.class.getName())) {
        return arguments;
      }
      if (CLASS_PATH.contains(argument)) {
        i++;
      } else {
        arguments.add(argument);
      }
    }
    return List.of();
  }
}
