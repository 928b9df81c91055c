package dev.parley.ops;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Reads the names out of an expression of Prometheus' language.
final class PromQl {
  /// Everything in quotes, in braces or in brackets, and the lists of labels after by and its like.
  private static final Pattern NO_NAMES =
      Pattern.compile(
          "\"(?:[^\"\\\\]|\\\\.)*\""
              + "|\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)"
              + "|\\[[^\\]]*]");

  private static final Pattern BRACES = Pattern.compile("\\{[^}]*}");
  private static final Pattern NAME = Pattern.compile("(?<![\\w.])[a-zA-Z_:][\\w:]*(?!\\s*\\()\\b");
  private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset", "inf");

  private PromQl() {}

  /// The metrics that it asks for.
  static Set<String> metrics(String expression) {
    var text = BRACES.matcher(NO_NAMES.matcher(expression).replaceAll(" ")).replaceAll(" ");
    var names = new TreeSet<String>();
    var found = NAME.matcher(text);
    while (found.find()) {
      var after = text.substring(found.end()).stripLeading();
      if (!after.startsWith("(") && !WORDS.contains(found.group())) {
        names.add(found.group());
      }
    }
    return names;
  }
}
