package dev.parley.retrieval.search;

import static java.lang.Character.MAX_SURROGATE;
import static java.lang.Character.MIN_SURROGATE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/// Text into terms, the same for passages, questions and highlights, or they would not meet. From
/// any thread.
final class Words {
  /// Part of the index's fingerprint: change it together with [#ANALYZER].
  static final String NAME = "english-1";

  static final Analyzer ANALYZER = new WordAnalyzer();

  private static final int REPLACEMENT = 0xFFFD;

  private Words() {}

  /// A term and where it stands.
  ///
  /// @param start in UTF-16 units
  /// @param end exclusive, in UTF-16 units
  record Word(String term, int start, int end) {}

  /// The terms of a text in order.
  static List<Word> of(String text) {
    var words = new ArrayList<Word>();
    try (var stream = ANALYZER.tokenStream("", wellFormed(text))) {
      var term = stream.addAttribute(CharTermAttribute.class);
      var offset = stream.addAttribute(OffsetAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        words.add(new Word(term.toString(), offset.startOffset(), offset.endOffset()));
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
    return words;
  }

  /// The text with halves of characters replaced, as long as before: over a single one Lucene's
  /// tokenizer may lose the whole text.
  static String wellFormed(String text) {
    if (text.chars().noneMatch(unit -> Character.isSurrogate((char) unit))) {
      return text;
    }
    var whole = new StringBuilder(text.length());
    text.codePoints()
        .map(point -> point >= MIN_SURROGATE && point <= MAX_SURROGATE ? REPLACEMENT : point)
        .forEach(whole::appendCodePoint);
    return whole.toString();
  }

  /// The first `length` UTF-16 units of a text, without cutting a character in two.
  static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    var end =
        length > 0 && Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
    return text.substring(0, end);
  }
}
