package dev.parley.tools.run;

import dev.parley.tools.tool.Arguments;
import dev.parley.tools.tool.Tool;

/// A use of a tool that may be.
///
/// @param arguments exactly those that the tool will be given
public record Planned(Tool tool, Arguments arguments) {

  /// Whether a person has to allow it.
  public boolean needsConsent() {
    return tool.sideEffect();
  }
}
