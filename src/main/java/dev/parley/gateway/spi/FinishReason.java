package dev.parley.gateway.spi;

/// Why an answer ended.
public enum FinishReason {
  /// The model had said everything.
  STOP,
  /// The limit of output tokens was reached.
  LENGTH,
  /// The model waits for what the tools it asked for give.
  TOOL_CALLS,
  /// The provider withheld the rest.
  CONTENT_FILTER,
  /// We cancelled it.
  CANCELLED
}
