package dev.parley.policy.match;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Finds one thing in texts: what a pattern describes, personal data of a kind, or a word.
///
/// Patterns are RE2's, so that no text takes them longer than its length allows. `^` and `$` mean
/// lines. Immutable; safe from any thread.
public final class Detector {
  /// The most bytes of a pattern.
  public static final int LONGEST_PATTERN = 1_024;

  /// The most code points of a match in a text that is still coming in.
  public static final int LONGEST_MATCH = 256;

  private final String label;
  private final Pattern pattern;
  private final Prefixes prefixes;
  private final Extent check;

  private Detector(String label, String expression, Extent check) {
    this.label = label;
    this.check = check;
    this.pattern = compiled(expression);
    this.prefixes = Prefixes.of(expression);
  }

  /// What a pattern describes.
  ///
  /// @throws PatternFault when it cannot be used
  public static Detector ofPattern(String pattern) {
    if (pattern.getBytes(StandardCharsets.UTF_8).length > LONGEST_PATTERN) {
      throw new PatternFault("is longer than " + LONGEST_PATTERN + " bytes");
    }
    return new Detector("pattern", pattern, Extent.NONE);
  }

  /// A word or some words, in capital or small letters, not as a part of others.
  public static Detector ofKeyword(String keyword) {
    var begin = isWord(keyword.charAt(0)) ? "\\b" : "";
    var end = isWord(keyword.charAt(keyword.length() - 1)) ? "\\b" : "";
    var expression = "(?i)" + begin + Pattern.quote(keyword) + end;
    return new Detector("keyword", expression, Extent.NONE);
  }

  /// Personal data of a kind.
  public static Detector of(PiiKind kind) {
    return new Detector(kind.wireName(), kind.expression(), kind.check());
  }

  /// What it finds, in a word: `pattern`, `keyword` or the kind.
  public String label() {
    return label;
  }

  /// Whether no match is longer than [#LONGEST_MATCH], so that it can follow a stream.
  public boolean followsStreams() {
    return prefixes.endsWithin(LONGEST_MATCH);
  }

  /// The most code points of a match; only of those that follow streams.
  public int longest() {
    return prefixes.longest();
  }

  Walk walk() {
    return prefixes.walk();
  }

  /// The first match at or behind a place. What stands before the place is looked at only to know
  /// where words and lines begin.
  public Optional<Stretch> find(CharSequence text, int from) {
    var matcher = pattern.matcher(text);
    var at = from;
    while (at <= text.length() && matcher.find(at)) {
      var end = check.end(text, matcher.start(), matcher.end());
      if (end > matcher.start()) {
        return Optional.of(new Stretch(matcher.start(), end));
      }
      at = behind(text, matcher.start());
    }
    return Optional.empty();
  }

  private static int behind(CharSequence text, int at) {
    return at + Character.charCount(Character.codePointAt(text, at));
  }

  private static Pattern compiled(String expression) {
    try {
      return Pattern.compile(expression, Pattern.MULTILINE);
    } catch (PatternSyntaxException e) {
      throw new PatternFault("is not one of RE2: " + e.getDescription());
    }
  }

  private static boolean isWord(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }

  /// A part of a text, in chars; `to` is exclusive.
  public record Stretch(int from, int to) {}
}
