package dev.parley.retrieval.source.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a page says of itself to machines.
///
/// @param links as they are written, in order
/// @param base what links are relative to, where it is not the page's own address
/// @param canonical the address it would rather have
/// @param noindex whether it is not to be found
/// @param nofollow whether its links are not to be followed
/// @param generator what made it, such as `Docusaurus v3.8`
/// @param docsVersion version of the documentation it belongs to, where its generator tells
/// @param fingerprint of its text outside of navigation
@SuppressWarnings("ArrayRecordComponent") // never compared as a record
record PageMarks(
    List<String> links,
    @Nullable String base,
    @Nullable String canonical,
    boolean noindex,
    boolean nofollow,
    String generator,
    @Nullable String docsVersion,
    byte[] fingerprint) {
  PageMarks {
    links = List.copyOf(links);
  }
}
