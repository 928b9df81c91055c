package dev.parley.retrieval.document;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A document as stored, without its text.
///
/// @param name path in its base; unique there
/// @param fetchUrl where it is fetched from, when it was not uploaded
/// @param version the version that can be found; 0 until the first one is ready
/// @param done passages embedded, while the state is `EMBEDDING`
/// @param total passages to embed, while the state is `EMBEDDING`
@SuppressWarnings("ArrayRecordComponent") // never compared as a record
public record DocumentRow(
    UUID id,
    UUID baseId,
    String name,
    String title,
    @Nullable String url,
    @Nullable String fetchUrl,
    @Nullable String mediaType,
    long sizeBytes,
    byte @Nullable [] contentHash,
    State state,
    int version,
    int passages,
    int done,
    int total,
    @Nullable String errorCode,
    @Nullable String errorMessage,
    Instant createdAt,
    Instant updatedAt) {

  /// How far a document is.
  public enum State {
    QUEUED,
    READING,
    EMBEDDING,
    READY,
    FAILED
  }
}
