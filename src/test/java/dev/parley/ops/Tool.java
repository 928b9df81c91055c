package dev.parley.ops;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A program that was run to its end.
///
/// @param output what it printed, on either way
record Tool(int exit, String output) {
  private static final long LIMIT_SECONDS = 120;

  static Tool run(String... command) throws IOException, InterruptedException {
    return run(Map.of(), List.of(command));
  }

  /// @param variables added to its environment
  static Tool run(Map<String, String> variables, List<String> command)
      throws IOException, InterruptedException {
    var output = Files.createTempFile("parley-tool", ".txt");
    try {
      var builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
      builder.environment().putAll(variables);
      var process = builder.start();
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(command + " did not end");
      }
      return new Tool(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    } finally {
      Files.delete(output);
    }
  }

  /// What it printed, when it went well.
  String wentWell() {
    if (exit != 0) {
      throw new AssertionError("exit code " + exit + ": " + output);
    }
    return output;
  }

  /// The files below a folder whose names end so.
  static List<Path> files(Path folder, String ending) throws IOException {
    try (var all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }
}
