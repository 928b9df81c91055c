package dev.parley.cli.process;

import java.util.function.IntPredicate;

/// Makes text of a server safe to print: a document may hold what a terminal would obey.
public final class Printable {
  private Printable() {}

  /// The text without control characters other than line ends and tabs, and without marks that turn
  /// the direction of writing around.
  public static String text(String text) {
    return keep(text, c -> c == '\n' || c == '\t' || !commands(c));
  }

  /// The same on one line, with single blanks.
  public static String line(String text) {
    return keep(text.replaceAll("\\s+", " "), c -> !commands(c)).strip();
  }

  /// The same on one line of at most `limit` code points, cut after a word where there is one.
  public static String line(String text, int limit) {
    var line = line(text);
    if (line.codePointCount(0, line.length()) <= limit) {
      return line;
    }
    var cut = line.substring(0, line.offsetByCodePoints(0, limit - 1));
    var word = cut.lastIndexOf(' ');
    return (word > cut.length() / 2 ? cut.substring(0, word) : cut) + "…";
  }

  /// `1 page`, `2 pages`.
  public static String count(long number, String one) {
    return number + " " + (number == 1 ? one : one + "s");
  }

  private static String keep(String text, IntPredicate kept) {
    if (text.codePoints().allMatch(kept)) {
      return text;
    }
    return text.codePoints()
        .filter(kept)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean commands(int c) {
    return Character.getType(c) == Character.CONTROL
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069);
  }
}
