package dev.parley.retrieval.source.kept;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somewhere documents come from by themselves.
///
/// @param everyHours how often it is gone through; null for only when somebody asks
/// @param secret sealed; empty for none
public record Source(
    UUID id,
    UUID baseId,
    String name,
    Definition definition,
    @Nullable Integer everyHours,
    String secret,
    Instant createdAt,
    String createdBy,
    Instant changedAt) {

  /// What a source is.
  public enum Kind {
    /// One web page or file.
    PAGE,
    /// The pages that a sitemap lists.
    SITEMAP,
    /// The pages that links lead to, from one on.
    SITE,
    /// What an RSS or Atom feed tells of.
    FEED,
    /// The files in a `.zip` or `.tar.gz`.
    ARCHIVE,
    /// The files in a folder of the server.
    FOLDER,
    /// The objects in an S3-compatible bucket.
    BUCKET
  }
}
