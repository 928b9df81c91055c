package dev.parley.chat.conversation;

import dev.parley.metering.usage.Usage;

/// What an answer cost, as clients see it.
public record TokenCounts(long inputTokens, long outputTokens, boolean estimated) {
  public static TokenCounts of(Usage usage) {
    return new TokenCounts(usage.totalInput(), usage.totalOutput(), usage.estimated());
  }
}
