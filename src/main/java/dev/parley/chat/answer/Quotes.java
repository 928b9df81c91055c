package dev.parley.chat.answer;

import java.text.BreakIterator;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Finds the sentence of a passage that supports what an answer says.
public final class Quotes {
  /// A sentence supports a claim when it has at least this share of the claim's telling words.
  private static final double ENOUGH = 0.34;

  private static final int SHORTEST = 3;
  private static final int LONGEST_STEM = 6;
  private static final Set<String> EVERYWHERE =
      Set.of("the", "and", "for", "are", "was", "its", "has", "not", "you", "all", "any", "can");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private Quotes() {}

  /// Where in the passage the best support stands: the claim itself when it is quoted, else the
  /// sentence with the most of its words; empty when no sentence has enough of them.
  static Optional<Quote> support(String claim, String passage) {
    var quoted = claim.strip().replace("\\<", "<"); // as Markdown means it
    var exact = quoted.isEmpty() ? -1 : passage.indexOf(quoted);
    if (exact >= 0) {
      return Optional.of(new Quote(exact, exact + quoted.length()));
    }
    var wanted = tellingWords(claim);
    if (wanted.isEmpty()) {
      return Optional.empty();
    }
    var best = Optional.<Quote>empty();
    var most = ENOUGH;
    var sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
    sentences.setText(passage);
    for (int from = sentences.first(), to = sentences.next();
        to != BreakIterator.DONE;
        from = to, to = sentences.next()) {
      var share = share(wanted, passage.substring(from, to));
      if (share >= most) {
        most = Math.nextUp(share); // the first of equals
        best = Optional.of(trimmed(passage, from, to));
      }
    }
    return best.filter(quote -> quote.to() > quote.from());
  }

  private static double share(Set<String> wanted, String sentence) {
    var there = tellingWords(sentence);
    var found = wanted.stream().filter(there::contains).count();
    return (double) found / wanted.size();
  }

  /// Words of three letters and more, and numbers, cut to what endings leave of them.
  private static Set<String> tellingWords(String text) {
    var words = new HashSet<String>();
    for (var word : BETWEEN_WORDS.split(text.toLowerCase(Locale.ROOT), -1)) {
      var number = !word.isEmpty() && Character.isDigit(word.charAt(0));
      if (number || (word.length() >= SHORTEST && !EVERYWHERE.contains(word))) {
        words.add(word.substring(0, Math.min(word.length(), LONGEST_STEM)));
      }
    }
    return words;
  }

  private static Quote trimmed(String text, int from, int to) {
    var start = from;
    var end = to;
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return new Quote(start, end);
  }

  /// A stretch of a passage's text, in chars; `to` is exclusive.
  record Quote(int from, int to) {}
}
