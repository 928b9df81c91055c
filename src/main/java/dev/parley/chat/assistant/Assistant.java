package dev.parley.chat.assistant;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An assistant as administrators see it.
///
/// @param slug what programs call it; never changes
/// @param liveVersion the one that answers; null while none does
/// @param latestVersion the newest one
record Assistant(
    UUID id,
    String slug,
    String name,
    @Nullable Integer liveVersion,
    int latestVersion,
    boolean archived,
    Instant createdAt,
    Instant changedAt) {

  /// A version of it, without what it says.
  ///
  /// @param publishedAt when it went live last; null when it never did
  record Revision(
      int version,
      String note,
      Instant createdAt,
      String createdBy,
      @Nullable Instant publishedAt) {}
}
