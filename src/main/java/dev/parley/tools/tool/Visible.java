package dev.parley.tools.tool;

/// Text without what a model reads and no person sees: controls, marks of direction, tags and
/// whatever else has no shape.
public final class Visible {
  private Visible() {}

  /// The text; line breaks and tabs stay.
  public static String text(String text) {
    var out = new StringBuilder(text.length());
    text.codePoints().filter(Visible::isSeen).forEach(out::appendCodePoint);
    return out.toString();
  }

  private static boolean isSeen(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL -> c == '\n' || c == '\t';
      case Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> !isVariation(c);
    };
  }

  /// Two hundred and more of them can spell a hidden text behind one emoji.
  private static boolean isVariation(int c) {
    return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
  }
}
