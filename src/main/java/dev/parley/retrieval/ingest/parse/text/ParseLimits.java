package dev.parley.retrieval.ingest.parse.text;

/// What one document may hold. The same in every format; a document beyond it is `too_large`.
public final class ParseLimits {
  /// Code points of text.
  public static final int TEXT = 10_000_000;

  public static final int BLOCKS = 200_000;

  /// Code points of a title, an anchor and a line of a heading: more is cut off.
  public static final int TITLE = 300;

  public static final int ANCHOR = 200;

  private ParseLimits() {}
}
