package dev.parley.platform.observe;

import dev.parley.platform.config.Env;

/// How much is logged and in which form.
public record LogConfig(@Env("LOG_LEVEL") LogLevel level, @Env("LOG_FORMAT") LogFormat format) {

  /// Whether lines are JSON: where the format is left open, when nobody reads them on a terminal.
  @SuppressWarnings("SystemConsoleNull") // since 25 it is null again where there is no terminal
  public boolean json() {
    return switch (format) {
      case JSON -> true;
      case TEXT -> false;
      case AUTO -> {
        var console = System.console();
        yield console == null || !console.isTerminal();
      }
    };
  }
}
