package dev.parley.gateway.provider.extractive;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Splits a paragraph into sentences. Stops that belong to abbreviations, initials and numbers do
/// not end one.
final class SplitSentences {
  private static final Set<String> ABBREVIATIONS =
      Set.copyOf(
          List.of(
              ("e.g i.e etc vs cf mr mrs ms dr prof st no nr fig sec ch vol pp al approx ca inc ltd co"
                      + " corp jr sr jan feb mar apr jun jul aug sep sept oct nov dec z.b d.h bzw"
                      + " usw abs art gen col lt gov sen rep")
                  .split(" ", -1)));
  private static final String STOPS = ".!?。！？…";
  private static final String CLOSING = "\"'”’)]»";

  private SplitSentences() {}

  static List<String> of(String paragraph) {
    var sentences = new ArrayList<String>();
    var start = 0;
    for (var at = 0; at < paragraph.length(); at++) {
      if (STOPS.indexOf(paragraph.charAt(at)) < 0) {
        continue;
      }
      var end = afterClosing(paragraph, at + 1);
      if (endsSentence(paragraph, start, at, end)) {
        add(sentences, paragraph.substring(start, end));
        start = end;
        at = end - 1;
      }
    }
    add(sentences, paragraph.substring(start));
    return sentences;
  }

  private static int afterClosing(String text, int from) {
    var at = from;
    while (at < text.length()
        && (STOPS.indexOf(text.charAt(at)) >= 0 || CLOSING.indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    return at;
  }

  private static boolean endsSentence(String text, int start, int stop, int end) {
    if (end >= text.length()) {
      return true;
    }
    var mark = text.charAt(stop);
    if (mark == '。' || mark == '！' || mark == '？') {
      return true;
    }
    if (!Character.isWhitespace(text.charAt(end))) {
      return false;
    }
    var next = firstOfNext(text, end);
    if (Character.isLowerCase(next)) {
      return false;
    }
    return mark != '.' || !abbreviated(text, start, stop);
  }

  private static char firstOfNext(String text, int from) {
    var at = from;
    while (at < text.length() && !Character.isLetterOrDigit(text.charAt(at))) {
      at++;
    }
    return at < text.length() ? text.charAt(at) : ' ';
  }

  private static boolean abbreviated(String text, int start, int stop) {
    var from = stop;
    while (from > start && !Character.isWhitespace(text.charAt(from - 1))) {
      from--;
    }
    var word = text.substring(from, stop).replaceFirst("^[(\\[\"'“‘]+", "");
    var initial = word.length() == 1 && Character.isUpperCase(word.charAt(0));
    var initials = word.matches("(\\p{Lu}\\.)+\\p{Lu}");
    return initial || initials || ABBREVIATIONS.contains(word.toLowerCase(Locale.ROOT));
  }

  private static void add(List<String> sentences, String sentence) {
    var text = sentence.strip();
    if (!text.isEmpty()) {
      sentences.add(text);
    }
  }
}
