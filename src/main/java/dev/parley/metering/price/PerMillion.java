package dev.parley.metering.price;

import static java.util.Objects.requireNonNullElse;

import org.jspecify.annotations.Nullable;

/// What a million tokens of each class cost, in nano-US-dollars: a dollar is 1,000,000,000.
///
/// @param cacheRead null where it costs as much as input
/// @param cacheWrite null where it costs as much as input
/// @param reasoning null where it costs as much as output
public record PerMillion(
    long input,
    @Nullable Long cacheRead,
    @Nullable Long cacheWrite,
    long output,
    @Nullable Long reasoning) {
  static final PerMillion NOTHING = new PerMillion(0, null, null, 0, null);

  public PerMillion {
    if (input < 0
        || output < 0
        || requireNonNullElse(cacheRead, 0L) < 0
        || requireNonNullElse(cacheWrite, 0L) < 0
        || requireNonNullElse(reasoning, 0L) < 0) {
      throw new IllegalArgumentException("prices are never negative");
    }
  }

  long ofCacheRead() {
    return requireNonNullElse(cacheRead, input);
  }

  long ofCacheWrite() {
    return requireNonNullElse(cacheWrite, input);
  }

  long ofReasoning() {
    return requireNonNullElse(reasoning, output);
  }
}
