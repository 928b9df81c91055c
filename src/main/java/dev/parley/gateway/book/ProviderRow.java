package dev.parley.gateway.book;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A provider as it is stored.
///
/// @param name what administrators call it
/// @param baseUrl empty for the vendor's own
record ProviderRow(
    UUID id, String name, Kind kind, String baseUrl, Instant createdAt, List<KeyRow> keys) {
  ProviderRow {
    keys = List.copyOf(keys);
  }

  /// One of its keys.
  ///
  /// @param hint its last letters
  record KeyRow(UUID id, String label, String sealed, String hint, Instant createdAt) {}
}
