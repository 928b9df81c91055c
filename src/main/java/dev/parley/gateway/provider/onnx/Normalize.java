package dev.parley.gateway.provider.onnx;

import java.text.Normalizer;

/// What BERT's uncased models do to text before they split it: control characters go, accents go,
/// letters become small, and every ideograph stands alone.
final class Normalize {
  private static final int REPLACEMENT = 0xFFFD;

  private Normalize() {}

  static String text(String text) {
    return plainAscii(text) ? lowered(text) : lowered(withoutAccents(spaced(text)));
  }

  private static boolean plainAscii(String text) {
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c > 0x7E || (c < 0x20 && !isSpace(c))) {
        return false;
      }
    }
    return true;
  }

  /// Without what cannot be seen, and with a space on both sides of each ideograph.
  private static String spaced(String text) {
    var out = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(c -> {
          if (isSpace(c)) {
            out.append(' ');
          } else if (isIdeograph(c)) {
            out.append(' ').appendCodePoint(c).append(' ');
          } else if (c != 0 && c != REPLACEMENT && !isControl(c)) {
            out.appendCodePoint(c);
          }
        });
    return out.toString();
  }

  private static String withoutAccents(String text) {
    var apart = Normalizer.normalize(text, Normalizer.Form.NFD);
    var out = new StringBuilder(apart.length());
    apart
        .codePoints()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
        .forEach(out::appendCodePoint);
    return out.toString();
  }

  // Letter by letter and not String.toLowerCase: the vocabulary was made without the rule that
  // turns a capital sigma at the end of a word into another letter.
  private static String lowered(String text) {
    var out = new StringBuilder(text.length());
    text.codePoints().map(Character::toLowerCase).forEach(out::appendCodePoint);
    return out.toString();
  }

  static boolean isSpace(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || c == 0x85
        || Character.getType(c) == Character.SPACE_SEPARATOR
        || Character.getType(c) == Character.LINE_SEPARATOR
        || Character.getType(c) == Character.PARAGRAPH_SEPARATOR;
  }

  static boolean isPunctuation(int c) {
    if (c < 0x80) {
      return c > ' ' && c < 0x7F && !Character.isLetterOrDigit(c);
    }
    return switch (Character.getType(c)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          true;
      default -> false;
    };
  }

  private static boolean isControl(int c) {
    var type = Character.getType(c);
    return type == Character.CONTROL || type == Character.FORMAT || type == Character.PRIVATE_USE;
  }

  private static boolean isIdeograph(int c) {
    return (c >= 0x4E00 && c <= 0x9FFF)
        || (c >= 0x3400 && c <= 0x4DBF)
        || (c >= 0x20000 && c <= 0x2A6DF)
        || (c >= 0x2A700 && c <= 0x2B73F)
        || (c >= 0x2B740 && c <= 0x2B81F)
        || (c >= 0x2B920 && c <= 0x2CEAF)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0x2F800 && c <= 0x2FA1F);
  }
}
