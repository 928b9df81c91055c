package dev.parley.retrieval.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a parser made of a file: plain text, and what each stretch of it is.
///
/// @param title from the document itself (front matter, title element, first heading), if it has
///   one
/// @param text readable text without markup; the text that citations point into
/// @param blocks the pieces of `text`, in order
/// @param pages number of pages, where the format has pages
public record ParsedDocument(
    @Nullable String title, String text, List<Block> blocks, @Nullable Integer pages) {
  public ParsedDocument {
    blocks = List.copyOf(blocks);
  }
}
