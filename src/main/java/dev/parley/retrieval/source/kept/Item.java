package dev.parley.retrieval.source.kept;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A page of a source as it was when it was read last.
///
/// @param name names it in its source
/// @param document what was made of it
/// @param etag as its server gave it
/// @param modified as its server or its list gave it
/// @param fingerprint of what it says
/// @param links where it leads to
@SuppressWarnings("ArrayRecordComponent") // never compared as a record
public record Item(
    String name,
    String url,
    UUID document,
    @Nullable String etag,
    @Nullable String modified,
    byte[] fingerprint,
    List<String> links) {
  public Item {
    links = List.copyOf(links);
  }
}
