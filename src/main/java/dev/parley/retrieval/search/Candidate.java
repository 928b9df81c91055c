package dev.parley.retrieval.search;

import java.util.UUID;

/// A passage that words or vector proposed, and all there is to know for ranking it.
///
/// @param hasVector whether `cosine` is one; otherwise it is 0
record Candidate(
    UUID document,
    int version,
    int ordinal,
    String language,
    double bm25,
    double coverage,
    double cosine,
    boolean hasVector) {

  ScoredPassage scored(double score) {
    return new ScoredPassage(document, version, ordinal, score, bm25, cosine, coverage);
  }
}
