package dev.parley.platform.observe;

import java.util.logging.LogManager;

/// Keeps writing while the process ends. The stock log manager closes every handler in a shutdown
/// hook of its own, so what the parts have to say about their stop would be lost. Made by the JDK,
/// by name; see [Logging#outlastShutdown()].
public final class LastingLogs extends LogManager {
  /// Does nothing: handlers are flushed with every line, so there is nothing to close.
  @Override
  public void reset() {}
}
