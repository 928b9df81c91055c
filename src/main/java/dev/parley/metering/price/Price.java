package dev.parley.metering.price;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What one model of one provider costs for some time. Never edited: a correction is a later row.
///
/// @param tokens nano-US-dollars for a million tokens of each class
/// @param perRequestNano nano-US-dollars for each call besides
/// @param from the first moment at which it holds
/// @param to the first moment at which it holds no more; null while no end is known
/// @param source where the figure was read
public record Price(
    UUID id,
    String provider,
    String model,
    PerMillion tokens,
    long perRequestNano,
    Instant from,
    @Nullable Instant to,
    String source) {
  public Price {
    if (perRequestNano < 0) {
      throw new IllegalArgumentException("prices are never negative");
    }
  }

  /// Whether it holds at a moment.
  public boolean holdsAt(Instant at) {
    return !at.isBefore(from) && (to == null || at.isBefore(to));
  }

  /// Whether nothing costs anything.
  public boolean isFree() {
    return perRequestNano == 0
        && tokens.input() == 0
        && tokens.output() == 0
        && tokens.ofCacheRead() == 0
        && tokens.ofCacheWrite() == 0
        && tokens.ofReasoning() == 0;
  }
}
