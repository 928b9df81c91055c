package dev.parley.platform.config;

import java.util.ArrayList;
import java.util.List;

/// Everything that is wrong with the configuration, found in one go. The message has one line for
/// each fault and never shows a [Secret].
public final class WrongConfiguration extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ArrayList<String> faults;

  public WrongConfiguration(List<String> faults) {
    super(String.join("\n", faults));
    this.faults = new ArrayList<>(faults);
  }

  /// One line each: the key, what is wrong, where it was set.
  public List<String> faults() {
    return List.copyOf(faults);
  }
}
