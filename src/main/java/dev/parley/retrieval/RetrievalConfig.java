package dev.parley.retrieval;

import static dev.parley.platform.config.ConfigFault.require;

import dev.parley.retrieval.ingest.parse.ParserConfig;
import dev.parley.retrieval.ingest.split.SplitConfig;
import dev.parley.retrieval.source.SourcesConfig;

/// How documents are read and found.
///
/// @param readers documents that are worked on at the same time
/// @param vectorWeight share of the vectors in the order of passages, 0 to 1; the rest is the
///   text's
public record RetrievalConfig(
    int readers,
    double vectorWeight,
    ParserConfig parser,
    SplitConfig split,
    SourcesConfig sources) {
  public RetrievalConfig {
    require(readers >= 0 && readers <= 64, "readers must be 0 to 64");
    require(vectorWeight >= 0 && vectorWeight <= 1, "vector-weight must be 0 to 1");
  }
}
