package dev.parley.control.setting;

/// What texts people may give.
final class Texts {
  private Texts() {}

  /// Whether it can stand in one line, and in the database.
  static boolean isLine(String text, int longest) {
    var line = text.strip();
    return line.codePointCount(0, line.length()) <= longest
        && line.codePoints().noneMatch(Texts::breaks);
  }

  private static boolean breaks(int point) {
    return Character.isISOControl(point)
        || (Character.isBmpCodePoint(point) && Character.isSurrogate((char) point))
        || Character.getType(point) == Character.LINE_SEPARATOR
        || Character.getType(point) == Character.PARAGRAPH_SEPARATOR;
  }
}
