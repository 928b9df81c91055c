package dev.parley.platform.config;

import java.util.Objects;

/// One thing that is wrong with the configuration. Thrown by the compact constructors of
/// configuration records; the reader collects them all.
///
/// The message begins with the key it is about, in kebab or camel case, seen from the record that
/// throws (`port must be below 65536`) or from the root (`http.port must be …`). The reader adds
/// the whole key, what was found and where it was set; a message that begins with anything else is
/// reported for the record as a whole.
public final class ConfigFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ConfigFault(String message) {
    super(message);
  }

  /// What must hold; never null.
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }

  /// Throws when `condition` does not hold.
  ///
  /// @param message what must hold, such as `max-turns must be at least 1`
  public static void require(boolean condition, String message) {
    if (!condition) {
      throw new ConfigFault(message);
    }
  }
}
