package dev.parley.retrieval;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A stretch of a document that fits a question. Its text was checked against the stored version
/// when it was loaded.
///
/// @param url where people find the document
/// @param anchor fragment of the nearest heading, without `#`
/// @param start where it begins in the document's text, in code points
/// @param end where it ends, exclusive, in code points
/// @param text exactly the document's text from `start` to `end`
/// @param score how well it fits, 0 to 1
/// @param highlights where the question's words stand in `text`
public record Passage(
    UUID documentId,
    int version,
    String title,
    @Nullable String url,
    List<String> headingPath,
    @Nullable Integer page,
    @Nullable String anchor,
    int start,
    int end,
    String text,
    double score,
    List<Span> highlights) {
  public Passage {
    headingPath = List.copyOf(headingPath);
    highlights = List.copyOf(highlights);
  }

  /// The same place with other words, for a model that must not read its own.
  public Passage reading(String words) {
    return new Passage(
        documentId,
        version,
        title,
        url,
        headingPath,
        page,
        anchor,
        start,
        end,
        words,
        score,
        List.of());
  }

  /// A stretch of text, in code points; `end` is exclusive.
  public record Span(int start, int end) {}
}
