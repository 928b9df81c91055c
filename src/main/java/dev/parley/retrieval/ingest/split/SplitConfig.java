package dev.parley.retrieval.ingest.split;

import static dev.parley.platform.config.ConfigFault.require;

/// How long chunks are.
///
/// @param maxTokens of the embedding model; no chunk is longer. A longer section becomes chunks of
///   about equal length, so none of them is below half of it
/// @param mergeBelow tokens; a section below this joins a neighbour
public record SplitConfig(int maxTokens, int mergeBelow) {
  public SplitConfig {
    require(maxTokens >= 50, "max-tokens must be at least 50");
    require(maxTokens <= 8_000, "max-tokens must be at most 8000");
    require(mergeBelow >= 0, "merge-below must not be negative");
    require(mergeBelow <= maxTokens / 2, "merge-below must be at most half of max-tokens");
  }

  /// What found the right section most often when it was measured.
  public static SplitConfig measured() {
    return new SplitConfig(400, 60);
  }
}
