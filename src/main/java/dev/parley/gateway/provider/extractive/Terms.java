package dev.parley.gateway.provider.extractive;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tartarus.snowball.ext.EnglishStemmer;

/// The words of a text that tell what it is about, each cut to its stem. Scripts without spaces
/// between words give pairs of neighbouring characters.
final class Terms {
  private static final Set<String> EMPTY_WORDS =
      Set.copyOf(
          List.of(
              ("a about after all also am an and any are as at be because been before being between both"
                      + " but by can could did do does doing done each for from further get got had has"
                      + " have having he her here hers him his how i if in into is it its itself just let"
                      + " like me more most my need no nor not of off on once one only or other our ours"
                      + " out over own please possible same she should show so some such tell than that"
                      + " the their theirs them then there these they this those through to too under"
                      + " until up us use used using very want was way we were what when where which while"
                      + " who whom whose why will with within without would you your yours s t don doesn"
                      + " didn isn aren wasn weren explain describe mean many much long often exactly")
                  .split(" ", -1)));

  private Terms() {}

  /// In the order of their first appearance.
  static Set<String> of(String text) {
    var terms = new LinkedHashSet<String>();
    var stemmer = new EnglishStemmer();
    for (var word : words(text)) {
      if (isUnspaced(word)) {
        addPairs(word, terms);
      } else if (!EMPTY_WORDS.contains(word)) {
        stemmer.setCurrent(word);
        var _ = stemmer.stem();
        terms.add(stemmer.getCurrent());
      }
    }
    return terms;
  }

  private static List<String> words(String text) {
    var plain = text.toLowerCase(Locale.ROOT).replace("’", "'").replaceAll("'s\\b", "");
    return List.of(plain.split("[^\\p{L}\\p{N}\\p{M}]+", -1)).stream()
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static boolean isUnspaced(String word) {
    var script = Character.UnicodeScript.of(word.codePointAt(0));
    return switch (script) {
      case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
      default -> false;
    };
  }

  private static void addPairs(String word, Set<String> terms) {
    var points = word.codePoints().toArray();
    if (points.length == 1) {
      terms.add(word);
    }
    for (var i = 0; i + 1 < points.length; i++) {
      terms.add(new String(points, i, 2));
    }
  }
}
