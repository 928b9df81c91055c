package dev.parley.retrieval.ingest.parse.pdf;

/// One line of text on a page. Lengths are in points, from the upper left corner.
///
/// @param page from 1
/// @param x where it begins
/// @param endX where it ends
/// @param y its base line
/// @param size of its font, to half a point
/// @param bold whether all of it is set in bold
/// @param mono whether all of it is set in a font of one width, as code is
/// @param charWidth mean width of a character
record PdfLine(
    int page,
    String text,
    float x,
    float endX,
    float y,
    float size,
    boolean bold,
    boolean mono,
    float charWidth) {

  boolean sameSize(PdfLine other) {
    return Math.abs(size - other.size) <= 0.6f;
  }

  /// Whether the sentence may end here.
  boolean endsSentence() {
    return text.endsWith(".") || text.endsWith("!") || text.endsWith("?") || text.endsWith(":");
  }

  boolean startsLowerCase() {
    return Character.isLowerCase(text.codePointAt(0));
  }
}
