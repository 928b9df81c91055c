package dev.parley.retrieval.source.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page or file that a run came upon.
///
/// @param name names it in its source
/// @param path what its document is called
/// @param url where people find it, if anywhere
/// @param fingerprint of what it says; the same for the same content
/// @param links where it leads to
@SuppressWarnings("ArrayRecordComponent") // handed over once and never compared
public record Found(
    String name,
    String path,
    @Nullable String url,
    @Nullable String mediaType,
    byte[] content,
    @Nullable String etag,
    @Nullable String modified,
    byte[] fingerprint,
    List<String> links) {
  public Found {
    links = List.copyOf(links);
  }
}
