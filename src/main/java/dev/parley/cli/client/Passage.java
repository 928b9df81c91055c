package dev.parley.cli.client;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A stretch of a document that fits a query.
///
/// @param highlights where the query's words stand in `text`
public record Passage(
    String title,
    @Nullable String url,
    @Nullable String anchor,
    @Nullable Integer page,
    List<String> headingPath,
    String text,
    double score,
    List<Span> highlights) {
  public Passage {
    headingPath = Objects.requireNonNullElse(headingPath, List.of());
    highlights = Objects.requireNonNullElse(highlights, List.of());
  }

  /// In code points from the beginning of the text; `end` is exclusive.
  public record Span(int start, int end) {}
}
