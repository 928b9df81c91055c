package dev.parley.retrieval;

import dev.parley.retrieval.document.DocumentRow;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A document as clients see it.
public record DocumentView(
    UUID id,
    UUID baseId,
    String name,
    String title,
    @Nullable String url,
    @Nullable String mediaType,
    String state,
    int version,
    long sizeBytes,
    int passages,
    @Nullable Progress progress,
    @Nullable Reason error,
    Instant createdAt,
    Instant updatedAt) {
  static DocumentView of(DocumentRow row) {
    var embedding = row.state() == DocumentRow.State.EMBEDDING;
    return new DocumentView(
        row.id(),
        row.baseId(),
        row.name(),
        row.title(),
        row.url(),
        row.mediaType(),
        row.state().name().toLowerCase(Locale.ROOT),
        row.version(),
        row.sizeBytes(),
        row.passages(),
        embedding ? new Progress(row.done(), row.total()) : null,
        row.state() == DocumentRow.State.FAILED
            ? new Reason(
                Optional.ofNullable(row.errorCode()).orElse("internal_error"),
                Optional.ofNullable(row.errorMessage()).orElse(""))
            : null,
        row.createdAt(),
        row.updatedAt());
  }

  /// How far a document is that is being read.
  public record Progress(int done, int total) {}

  /// Why a document could not be read.
  public record Reason(String code, String message) {}
}
