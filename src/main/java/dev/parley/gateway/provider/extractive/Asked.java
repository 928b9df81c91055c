package dev.parley.gateway.provider.extractive;

import dev.parley.gateway.spi.ModelMessage;
import dev.parley.gateway.spi.ModelRequest;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What is wanted to know.
///
/// @param text the question; with the one before it in front where it cannot stand alone
/// @param terms what it is about
/// @param own those of the terms that stand in the question itself
/// @param wantsSteps whether it asks how something is done
/// @param wantsNumber whether the answer is likely to hold a number or a date
record Asked(
    String text, Set<String> terms, Set<String> own, boolean wantsSteps, boolean wantsNumber) {
  private static final Pattern STEPS =
      Pattern.compile(
          "\\b(how (do|can|could|should|would|must|does one|to|we|i)\\b|steps?\\b|instructions?\\b"
              + "|set ?up\\b|where (do|can) i\\b|(install|configure|enable|disable|run|start|create|upgrade)\\b.*\\?)");
  private static final Pattern NUMBER =
      Pattern.compile(
          "\\b(how (many|much|long|old|often|far|large|big|tall|fast|high)|when|what (year|date|day"
              + "|port|percentage|number|version|time|size)|which (year|port|version|date))\\b");
  private static final Pattern LEANS =
      Pattern.compile(
          "^(and|but|or|what about|how about|why|also|then|so)\\b.*|.*\\b(it|its|that|this|they|them"
              + "|these|those|there)\\b.*");
  private static final int FEW = 2;

  static Asked of(ModelRequest request) {
    var question = request.question();
    var lower = question.toLowerCase(Locale.ROOT).strip();
    var before = before(request);
    var own = Terms.of(question);
    var leans = !before.isEmpty() && (own.size() <= FEW || LEANS.matcher(lower).matches());
    var text = leans ? before + " " + question : question;
    return new Asked(
        text,
        leans ? Terms.of(text) : own,
        own,
        STEPS.matcher(lower).find() && !NUMBER.matcher(lower).find(),
        NUMBER.matcher(lower).find());
  }

  /// Whether most of its letters are Latin.
  boolean isLatin() {
    var letters = text.codePoints().filter(Character::isLetter).toArray();
    var latin = 0;
    for (var letter : letters) {
      latin += Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN ? 1 : 0;
    }
    return 2 * latin >= letters.length;
  }

  /// The question before this one; empty when there was none.
  private static String before(ModelRequest request) {
    var messages = request.messages();
    for (var i = messages.size() - 2; i >= 0; i--) {
      if (messages.get(i) instanceof ModelMessage.User before) {
        return before.text();
      }
    }
    return "";
  }
}
