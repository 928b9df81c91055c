package dev.parley.retrieval.ingest.split;

import dev.parley.retrieval.document.Block;
import dev.parley.retrieval.document.Block.Kind;
import java.text.BreakIterator;
import java.text.StringCharacterIterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// Cuts a block that is too long for one chunk: prose between sentences, code between its
/// paragraphs; what is still too long between lines, then between words, then anywhere.
final class CutBlock {
  /// A token stands for about four characters; this many for each token are let pass, so that long
  /// runs which a model calls one unknown word cannot fill a chunk without end.
  static final int CHARS_PER_TOKEN = 10;

  /// Small parts stay together up to this share of a chunk.
  private static final int SHARE = 8;

  private static final List<Border> PROSE =
      List.of(Border.SENTENCE, Border.LINE, Border.WORD, Border.ANYWHERE);
  private static final List<Border> CODE =
      List.of(Border.EMPTY_LINE, Border.LINE, Border.WORD, Border.ANYWHERE);

  private enum Border {
    SENTENCE,
    EMPTY_LINE,
    LINE,
    WORD,
    ANYWHERE
  }

  /// One part that came out.
  record Part(int start, int end, int weight) {}

  private final String text;
  private final int maxTokens;
  private final TokenCount tokens;

  CutBlock(String text, int maxTokens, TokenCount tokens) {
    this.text = text;
    this.maxTokens = maxTokens;
    this.tokens = tokens;
  }

  String text() {
    return text;
  }

  /// The block's text in parts that each fit into a chunk, in order, without the blanks between.
  ///
  /// @param start of the block, in chars
  void cut(Block block, int start, int end, Consumer<Part> out) {
    cut(start, end, block.kind() == Kind.CODE ? CODE : PROSE, out);
  }

  private void cut(int from, int to, List<Border> borders, Consumer<Part> out) {
    var start = skipBlanks(from, to);
    var end = dropBlanks(start, to);
    if (start == end) {
      return;
    }
    var weight = weight(start, end);
    if (weight <= maxTokens) {
      out.accept(new Part(start, end, weight));
    } else if (borders.getFirst() == Border.ANYWHERE) {
      cutAnywhere(start, end, out);
    } else {
      cutAt(start, end, borders, out);
    }
  }

  /// Parts between borders; small neighbours stay together.
  private void cutAt(int start, int end, List<Border> borders, Consumer<Part> out) {
    var next = borders(borders.getFirst(), start, end);
    var openStart = start;
    var openWeight = 0;
    for (var at = start; at < end; ) {
      var border = next.after(at);
      var weight = weight(at, border);
      if (openWeight > 0 && openWeight + weight > maxTokens / SHARE) {
        cut(openStart, at, borders.subList(1, borders.size()), out);
        openStart = at;
        openWeight = 0;
      }
      openWeight += weight;
      at = border;
    }
    cut(openStart, end, borders.subList(1, borders.size()), out);
  }

  private interface Next {
    /// The first border behind `at`; never beyond the end.
    int after(int at);
  }

  private Next borders(Border border, int start, int end) {
    return switch (border) {
      case SENTENCE -> {
        var sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
        sentences.setText(new StringCharacterIterator(text, start, end, start));
        yield at -> {
          var next = sentences.next();
          return next == BreakIterator.DONE ? end : next;
        };
      }
      case EMPTY_LINE -> at -> behind("\n\n", at, end);
      case LINE -> at -> behind("\n", at, end);
      case WORD -> at -> nextWord(at, end);
      case ANYWHERE -> at -> end;
    };
  }

  private int behind(String separator, int at, int end) {
    var found = text.indexOf(separator, at, end);
    return found < 0 ? end : found + separator.length();
  }

  private int nextWord(int at, int end) {
    var i = at;
    while (i < end && !Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    return skipBlanks(i, end);
  }

  /// The longest stretches that fit, between code points.
  private void cutAnywhere(int start, int end, Consumer<Part> out) {
    for (var at = start; at < end; ) {
      var most = Math.min(end - at, 2 * CHARS_PER_TOKEN * maxTokens);
      var fits = 1;
      for (var tooLong = most + 1; tooLong - fits > 1; ) {
        var middle = (fits + tooLong) / 2;
        if (weight(at, at + middle) <= maxTokens) {
          fits = middle;
        } else {
          tooLong = middle;
        }
      }
      var border = at + fits;
      if (border < end && Character.isLowSurrogate(text.charAt(border))) {
        border += fits > 1 ? -1 : 1;
      }
      // A full part takes a chunk for itself: joined to its neighbour it may count for more.
      out.accept(new Part(at, border, border < end ? maxTokens : weight(at, border)));
      at = border;
    }
  }

  private int weight(int start, int end) {
    return weight(text.substring(start, end), tokens);
  }

  /// Share of a chunk that a text fills: its tokens, or more when they are very long ones.
  static int weight(String part, TokenCount tokens) {
    var length = part.codePointCount(0, part.length());
    return Math.max(tokens.count(part), (length + CHARS_PER_TOKEN - 1) / CHARS_PER_TOKEN);
  }

  private int skipBlanks(int from, int to) {
    var i = from;
    while (i < to && Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private int dropBlanks(int from, int to) {
    var i = to;
    while (i > from && Character.isWhitespace(text.charAt(i - 1))) {
      i--;
    }
    return i;
  }
}
