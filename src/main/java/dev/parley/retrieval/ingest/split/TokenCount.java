package dev.parley.retrieval.ingest.split;

/// Counts the tokens of a text as the embedding model does, or nearly so.
///
/// Must be quick and without side effects. Two texts with a blank between them have at most as many
/// as the sum of both.
@FunctionalInterface
public interface TokenCount {
  int count(CharSequence text);
}
