package dev.parley.gateway.book;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A route as it is stored.
///
/// @param standard whether the product's own questions take it
/// @param targets by tier, then in the order in which they were given
record RouteRow(
    UUID id,
    String name,
    boolean standard,
    boolean embeddings,
    long maxTokens,
    long cacheSeconds,
    boolean resume,
    Instant createdAt,
    List<TargetRow> targets) {
  /// The tier of what is too long for the others.
  static final int LONG_CONTEXT = 0;

  RouteRow {
    targets = List.copyOf(targets);
  }

  /// One of its targets.
  record TargetRow(int tier, UUID provider, String model, int weight) {}
}
