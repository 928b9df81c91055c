package dev.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Code stays small enough to read: files of at most 400 lines, methods of at most 40.
final class SizeTest {
  private static final int FILE_LINES = 400;
  private static final int METHOD_LINES = 40;

  /// Google's formatting puts members of a top-level type at two spaces and of a nested one at
  /// four.
  private static final Pattern METHOD_START =
      Pattern.compile(
          "^( {2}| {4})(?!return|else|case|new|throw)[\\w@<][^;=]*\\(.*[{(,]$|^( {2}| {4})(?!return|else|case|new|throw)[\\w<][\\w<>?,. \\[\\]@]*\\([^;]*\\{$");

  @Test
  void filesFitOnAFewScreens() throws IOException {
    var tooLong = new ArrayList<String>();
    for (var file : sources()) {
      var lines = Files.readAllLines(file).size();
      if (lines > FILE_LINES) {
        tooLong.add(file + " has " + lines + " lines");
      }
    }

    assertEquals(List.of(), tooLong);
  }

  @Test
  void methodsFitOnOneScreen() throws IOException {
    var tooLong = new ArrayList<String>();
    for (var file : sources()) {
      collectLongMethods(file, tooLong);
    }

    assertEquals(List.of(), tooLong);
  }

  private static void collectLongMethods(Path file, List<String> found) throws IOException {
    var lines = Files.readAllLines(file);
    for (var start = 0; start < lines.size(); start++) {
      var line = lines.get(start);
      if (!METHOD_START.matcher(line).find()
          || line.stripLeading().startsWith("@")
          || line.contains(" record ")
          || line.contains("class ")) {
        continue;
      }
      var indent = line.length() - line.stripLeading().length();
      var close = " ".repeat(indent) + "}";
      var end = start;
      while (end < lines.size() && !lines.get(end).equals(close)) {
        end++;
      }
      if (end < lines.size() && end - start + 1 > METHOD_LINES) {
        found.add(file + ":" + (start + 1) + " has a method of " + (end - start + 1) + " lines");
      }
    }
  }

  private static List<Path> sources() throws IOException {
    var all = new ArrayList<Path>();
    for (var root :
        List.of("src/main/java", "src/launcher/java", "src/test/java", "load-tests/java")) {
      try (Stream<Path> files = Files.walk(Path.of(root))) {
        files.filter(file -> file.toString().endsWith(".java")).sorted().forEach(all::add);
      }
    }
    return all;
  }
}
