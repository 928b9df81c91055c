package dev.parley.platform.observe;

/// The form of a log line.
public enum LogFormat {
  /// Text on a terminal, JSON everywhere else.
  AUTO,
  /// One JSON object a line.
  JSON,
  /// For human eyes.
  TEXT
}
