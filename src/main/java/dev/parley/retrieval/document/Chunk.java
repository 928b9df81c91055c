package dev.parley.retrieval.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A stretch of a document that is found and cited as one.
///
/// @param ordinal position in the document, from 0
/// @param headingPath headings it stands under, outermost first
/// @param page page it begins on, where the format has pages
/// @param anchor fragment of the nearest heading, where there is one
/// @param start where it begins in the document's text, in code points
/// @param end where it ends, exclusive, in code points
/// @param text exactly the document's text from `start` to `end`
/// @param tokens length in tokens of the embedding model, estimated
public record Chunk(
    int ordinal,
    List<String> headingPath,
    @Nullable Integer page,
    @Nullable String anchor,
    int start,
    int end,
    String text,
    int tokens) {
  public Chunk {
    headingPath = List.copyOf(headingPath);
  }

  /// What is embedded and indexed: the title and heading path in front, then the text. A page whose
  /// first heading is its title names it once.
  public String searchText(String title) {
    var isTitle = !headingPath.isEmpty() && headingPath.getFirst().equals(title);
    var path = isTitle ? headingPath.subList(1, headingPath.size()) : headingPath;
    var prefix = path.isEmpty() ? "" : " > " + String.join(" > ", path);
    return title + prefix + "\n" + text;
  }
}
