package dev.parley.retrieval.ingest.split;

/// Estimates how many word pieces a text is, without a vocabulary.
///
/// A sign of punctuation is one piece. A Latin word is one to nearly two by its length, beyond
/// twelve letters one for every three; numbers and words with digits are one for every two; every
/// letter of another script is one. Against the vocabulary of bge-small this is right for technical
/// documentation, within a tenth for nine pages of ten, and an eighth too much for plain English.
public final class WordPieceEstimate implements TokenCount {
  private static final int QUARTERS = 4;

  @Override
  public int count(CharSequence text) {
    var quarters = 0L;
    var length = 0; // of the open word
    var digits = 0;
    for (var i = 0; i < text.length(); ) {
      var c = Character.codePointAt(text, i);
      i += Character.charCount(c);
      if (isLatinLetter(c) || Character.isDigit(c)) {
        length++;
        digits += Character.isDigit(c) ? 1 : 0;
        continue;
      }
      quarters += word(length, digits);
      length = 0;
      digits = 0;
      quarters += Character.isWhitespace(c) || isMark(c) ? 0 : QUARTERS;
    }
    quarters += word(length, digits);
    return Math.toIntExact((quarters + QUARTERS - 1) / QUARTERS);
  }

  private static int word(int length, int digits) {
    if (digits > 0) {
      return length <= 3 && digits == length ? QUARTERS : QUARTERS * ((length + 1) / 2);
    }
    if (length <= 3) {
      return length == 0 ? 0 : QUARTERS;
    }
    if (length <= 8) {
      return 5;
    }
    return length <= 12 ? 7 : QUARTERS * length / 3;
  }

  private static boolean isLatinLetter(int c) {
    return c < 0x250 && Character.isLetter(c);
  }

  private static boolean isMark(int c) {
    return Character.getType(c) == Character.NON_SPACING_MARK;
  }
}
