package dev.parley.platform.config;

/// One thing that is wrong with the configuration. Thrown by the compact constructors of
/// configuration records; the reader collects them all and names the key of each.
public final class ConfigFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ConfigFault(String message) {
    super(message);
  }

  /// Throws when `condition` does not hold.
  ///
  /// @param message what must hold, such as `must be at least 1`
  public static void require(boolean condition, String message) {
    if (!condition) {
      throw new ConfigFault(message);
    }
  }
}
