package dev.parley.retrieval.ingest.parse.text;

import java.text.Normalizer;

/// Makes text safe to store, to show and to cite.
///
/// Prose is put into normal form C, so that what a person types finds what a PDF has decomposed.
/// Removed everywhere: control characters, soft hyphens and zero-width spaces (they break words for
/// the search), direction overrides and the invisible tag characters (they hide text from readers
/// but not from models). Halves of surrogate pairs become U+FFFD.
public final class CleanText {
  private CleanText() {}

  /// Text on one or more lines: runs of blanks become one space, empty lines disappear.
  public static String prose(String text) {
    var normal = Normalizer.normalize(text, Normalizer.Form.NFC);
    var out = new StringBuilder(normal.length());
    var pending = 0; // a blank or line break that is written before the next character
    for (var i = 0; i < normal.length(); ) {
      var c = normal.codePointAt(i);
      i += Character.charCount(c);
      if (c == '\n') {
        pending = '\n';
      } else if (isBlank(c)) {
        pending = pending == 0 ? ' ' : pending;
      } else if (isKept(c)) {
        if (pending != 0 && !out.isEmpty()) {
          out.append((char) pending);
        }
        pending = 0;
        out.appendCodePoint(whole(c));
      }
    }
    return out.toString();
  }

  /// The same on one line.
  public static String line(String text) {
    return prose(text.replace('\n', ' '));
  }

  /// The same on one line of at most `limit` code points.
  public static String line(String text, int limit) {
    var line = line(text);
    return line.codePointCount(0, line.length()) <= limit
        ? line
        : line.substring(0, line.offsetByCodePoints(0, limit)).strip();
  }

  /// Code: every blank stands where it stood; only empty lines around it and blanks at the very end
  /// go.
  public static String code(String text) {
    var out = new StringBuilder(text.length());
    for (var i = 0; i < text.length(); ) {
      var c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c == '\r') {
        if (i >= text.length() || text.charAt(i) != '\n') {
          out.append('\n');
        }
      } else if (c == '\n' || c == '\t') {
        out.append((char) c);
      } else if (isKept(c)) {
        out.appendCodePoint(whole(c));
      }
    }
    return withoutEmptyLinesAround(out.toString());
  }

  private static String withoutEmptyLinesAround(String code) {
    var end = code.stripTrailing();
    var firstLine = 0;
    for (var i = 0; i < end.length() && Character.isWhitespace(end.charAt(i)); i++) {
      if (end.charAt(i) == '\n') {
        firstLine = i + 1;
      }
    }
    return end.substring(firstLine);
  }

  private static boolean isBlank(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
  }

  private static int whole(int c) {
    return c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c;
  }

  private static boolean isKept(int c) {
    return !Character.isISOControl(c)
        && c != 0xAD
        && c != 0x200B
        && c != 0x2060
        && c != 0xFEFF
        && (c < 0x202A || c > 0x202E)
        && (c < 0x2066 || c > 0x2069)
        && (c < 0xFFF9 || c > 0xFFFB)
        && (c & 0xFFFE) != 0xFFFE
        && (c < 0xE0000 || c > 0xE007F);
  }
}
