package dev.parley.platform.observe;

import java.util.Locale;
import java.util.logging.Level;

/// The least important lines that are still logged.
public enum LogLevel {
  DEBUG,
  INFO,
  WARNING,
  ERROR;

  /// Reads the names in any case, and `warn` and `critical` as other systems write them.
  public static LogLevel parse(String text) {
    var name = text.toUpperCase(Locale.ROOT);
    return switch (name) {
      case "WARN" -> WARNING;
      case "CRITICAL" -> ERROR;
      default -> valueOf(name);
    };
  }

  /// The level as `java.util.logging` knows it.
  public Level level() {
    return switch (this) {
      case DEBUG -> Level.FINE;
      case INFO -> Level.INFO;
      case WARNING -> Level.WARNING;
      case ERROR -> Level.SEVERE;
    };
  }
}
