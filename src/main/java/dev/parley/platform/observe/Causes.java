package dev.parley.platform.observe;

import java.io.PrintWriter;
import java.io.StringWriter;

/// Failures as text for a log line.
final class Causes {
  private static final int LIMIT = 8_000;

  private Causes() {}

  /// The stack trace, cut at 8,000 characters.
  static String stack(Throwable cause) {
    var text = new StringWriter();
    cause.printStackTrace(new PrintWriter(text));
    var stack = text.toString();
    return stack.length() <= LIMIT ? stack : stack.substring(0, LIMIT) + " …";
  }
}
