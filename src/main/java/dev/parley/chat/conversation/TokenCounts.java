package dev.parley.chat.conversation;

import dev.parley.metering.usage.Usage;

/// What an answer cost, as clients see it.
public record TokenCounts(long inputTokens, long outputTokens, boolean estimated) {
  public static final TokenCounts NONE = new TokenCounts(0, 0, false);

  public static TokenCounts of(Usage usage) {
    return new TokenCounts(usage.totalInput(), usage.totalOutput(), usage.estimated());
  }

  /// Both together.
  public TokenCounts plus(TokenCounts other) {
    return new TokenCounts(
        inputTokens + other.inputTokens,
        outputTokens + other.outputTokens,
        estimated || other.estimated);
  }
}
