package dev.parley.policy.rule;

import java.util.Locale;

/// Where a rule looks.
public enum Where {
  /// At what a model is about to read.
  INPUT,
  /// At what a tool is about to be given.
  TOOL,
  /// At what a model wrote, before anybody reads it.
  OUTPUT;

  /// As stored and as in the API.
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
