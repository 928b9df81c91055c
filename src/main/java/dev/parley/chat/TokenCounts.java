package dev.parley.chat;

import dev.parley.metering.usage.Usage;

/// What an answer cost, as clients see it.
public record TokenCounts(long inputTokens, long outputTokens, boolean estimated) {
  static TokenCounts of(Usage usage) {
    return new TokenCounts(usage.totalInput(), usage.totalOutput(), usage.estimated());
  }
}
