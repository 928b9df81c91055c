package dev.parley.gateway.route;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A model as callers know it: targets in tiers, of which the next is tried when the one before
/// cannot answer.
///
/// @param name what callers ask for
/// @param tiers in order; at least one, none of them empty
/// @param longContext takes requests that are too long for the others
/// @param options how calls are handled
public record Route(
    String name, List<List<Target>> tiers, Optional<Target> longContext, Options options) {
  public Route {
    tiers = tiers.stream().map(List::copyOf).toList();
    if (tiers.isEmpty() || tiers.stream().anyMatch(List::isEmpty)) {
      throw new IllegalArgumentException("a route needs targets");
    }
  }

  /// The target that is asked first while all is well.
  public Target first() {
    return tiers.getFirst().getFirst();
  }

  /// Whether the target that is asked first may be shown images.
  public boolean seesImages() {
    return first().lanes().getFirst().provider().seesImages();
  }

  /// How calls of a route are handled.
  ///
  /// @param maxTokens bound of the output where the caller gives none
  /// @param cacheTtl how long equal questions get the stored answer; zero for never
  /// @param embeddings whether it makes vectors instead of answers
  /// @param resume whether a stream that broke off may be gone on with by another attempt, as long
  ///   as that one says the same
  public record Options(long maxTokens, Duration cacheTtl, boolean embeddings, boolean resume) {
    public Options(long maxTokens, Duration cacheTtl, boolean embeddings) {
      this(maxTokens, cacheTtl, embeddings, false);
    }
  }
}
