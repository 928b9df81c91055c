package dev.parley;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/// What a start ends with: where everything is.
final class Banner {
  private Banner() {}

  /// The version in the jar, or `development` outside one.
  static String version() {
    return Objects.requireNonNullElse(
        Banner.class.getPackage().getImplementationVersion(), "development");
  }

  /// Lines for the person who started the process.
  ///
  /// @param setupToken of the set-up link, while the workspace has no owner
  /// @param millis the start took
  static String of(AppConfig config, Optional<String> setupToken, long millis) {
    var base = "http://localhost:" + config.http().port();
    var database = config.database().embedded() ? "embedded, " + config.dataDir() : "external";
    var text = new StringBuilder();
    text.append("\n  Parley %s is ready in %.1f s\n\n".formatted(version(), millis / 1000.0));
    line(text, "chat", base + "/");
    line(text, "documents", base + "/documents");
    line(text, "API", base + "/docs");
    line(text, "database", database);
    line(text, "model", config.gateway().chosen().name().toLowerCase(Locale.ROOT));
    line(text, "mode", config.env().name().toLowerCase(Locale.ROOT));
    setupToken.ifPresent(token -> line(text, "set up", base + "/setup#" + token));
    return text.toString();
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append("  %-10s %s\n".formatted(name, value));
  }
}
