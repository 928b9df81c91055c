package dev.parley.platform.http;

import java.util.Arrays;
import java.util.stream.Collectors;

/// Comma-separated values (RFC 4180), safe to open in a spreadsheet: a cell that a spreadsheet
/// would take for a formula begins with an apostrophe.
public final class Csv {
  private static final String FORMULA = "=+-@\t\r";
  private static final String END = "\r\n";

  private Csv() {}

  /// One line with its end.
  public static String line(String... cells) {
    return Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(",", "", END));
  }

  private static String cell(String text) {
    var safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
        ? '"' + safe.replace("\"", "\"\"") + '"'
        : safe;
  }
}
