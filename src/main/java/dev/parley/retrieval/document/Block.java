package dev.parley.retrieval.document;

import org.jspecify.annotations.Nullable;

/// One structural piece of a document's text. Blocks are in order, do not overlap, and are
/// separated in the text by line breaks only.
///
/// @param kind what it is
/// @param level heading level 1 to 6; nesting depth of a list item from 1; 0 for everything else
/// @param start where it begins in the text, in code points
/// @param end where it ends in the text, exclusive, in code points
/// @param page page it stands on, from 1, where the format has pages
/// @param anchor fragment that leads to it, as `#anchor` on its page, where there is one
public record Block(
    Kind kind, int level, int start, int end, @Nullable Integer page, @Nullable String anchor) {

  /// What a block is.
  public enum Kind {
    HEADING,
    PARAGRAPH,
    LIST_ITEM,
    CODE,
    QUOTE,
    /// One row of a table, its cells joined by ` | `.
    TABLE_ROW
  }

  public Block {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("a block ends after it begins: " + start + ".." + end);
    }
  }
}
