package dev.parley.platform.config;

import java.util.Objects;

/// A configured value that must not be seen in logs, banners, errors or dumps.
public record Secret(String value) {
  public Secret {
    Objects.requireNonNull(value, "value");
  }

  /// Whether nothing was configured.
  public boolean isEmpty() {
    return value.isEmpty();
  }

  @Override
  public String toString() {
    return isEmpty() ? "(none)" : "***";
  }
}
