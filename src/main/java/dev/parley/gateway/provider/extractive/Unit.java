package dev.parley.gateway.provider.extractive;

/// The smallest stretch of a source that can be quoted.
///
/// @param source number of the source, as in a citation
/// @param rank place of the source in the list, from 0
/// @param block which block of the source it stands in, from 0
/// @param kind what the block is
/// @param mark `-` or `3.` before a list item; empty elsewhere
/// @param text exactly as in the source
/// @param heading the nearest headings above it
record Unit(int source, int rank, int block, Kind kind, String mark, String text, String heading) {

  /// What a block is.
  enum Kind {
    HEADING,
    SENTENCE,
    ITEM,
    CODE,
    ROW
  }

  /// Whether it announces what stands below it.
  boolean announces() {
    return text.endsWith(":");
  }

  boolean isStep() {
    return kind == Kind.ITEM && Character.isDigit(mark.isEmpty() ? '-' : mark.charAt(0));
  }
}
