package dev.parley.tools.mcp;

import dev.parley.platform.config.ConfigFault;
import java.util.List;
import java.util.regex.Pattern;

/// A program that speaks the Model Context Protocol on its standard input and output, as an
/// operator wrote it down: `name=/path/of/program argument argument`. It is started as it stands,
/// by no shell.
///
/// @param command the program and its arguments
public record McpProgram(String name, List<String> command) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,63}");

  public McpProgram {
    command = List.copyOf(command);
  }

  /// Reads one entry of the configuration.
  public static McpProgram parse(String text) {
    var parts = text.strip().split("=", 2);
    if (parts.length < 2 || !NAME.matcher(parts[0].strip()).matches() || parts[1].isBlank()) {
      throw new ConfigFault("must be like files=/usr/bin/program argument, not " + text);
    }
    return new McpProgram(parts[0].strip(), List.of(parts[1].strip().split("\\s+")));
  }

  @Override
  public String toString() {
    return name + "=" + String.join(" ", command);
  }
}
