package dev.parley.retrieval.ingest.parse.markdown;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One shortcode in a line.
///
/// @param start where it begins in the line
/// @param end where it ends, exclusive
/// @param name first word; empty for one that is shown and not run
/// @param values arguments without a name, in order
/// @param named arguments with a name
/// @param literal what is shown when the page explains shortcodes: `{{</* name */>}}`
record ShortcodeTag(
    int start,
    int end,
    String name,
    List<String> values,
    Map<String, String> named,
    String literal) {
  private static final int MAX_LENGTH = 2_000;

  private static final List<String> LABELS =
      List.of("title", "header", "heading", "text", "summary", "caption", "alt", "label");

  private static final Set<String> LINKS =
      Set.of("ref", "relref", "link", "url", "absurl", "relurl");

  /// The first shortcode that begins at or after `from`.
  static @Nullable ShortcodeTag next(String line, int from) {
    var start = from;
    while ((start = line.indexOf("{{", start)) >= 0) {
      var sign = start + 2 < line.length() ? line.charAt(start + 2) : ' ';
      var close = sign == '<' ? ">}}" : "%}}";
      var until = Math.min(line.length(), start + MAX_LENGTH);
      var end = sign == '<' || sign == '%' ? line.indexOf(close, start + 3, until) : -1;
      if (end >= 0) {
        return of(line, start, end + 3, line.substring(start + 3, end).strip());
      }
      start += 2;
    }
    return null;
  }

  private static ShortcodeTag of(String line, int start, int end, String inside) {
    if (inside.startsWith("/*") && inside.endsWith("*/") && inside.length() >= 4) {
      var shown = inside.substring(2, inside.length() - 2);
      var literal = line.substring(start, start + 3) + shown + line.substring(end - 3, end);
      return new ShortcodeTag(start, end, "", List.of(), Map.of(), literal);
    }
    var words = words(inside);
    var values = new ArrayList<String>();
    var named = new LinkedHashMap<String, String>();
    for (var word : words.subList(Math.min(1, words.size()), words.size())) {
      var equals = word.indexOf('=');
      var quote = word.indexOf('"');
      if (equals > 0 && (quote < 0 || equals < quote)) {
        var _ = named.putIfAbsent(word.substring(0, equals), unquoted(word.substring(equals + 1)));
      } else if (!word.equals("/")) {
        values.add(unquoted(word));
      }
    }
    var name = words.isEmpty() ? "" : words.getFirst();
    return new ShortcodeTag(start, end, name, List.copyOf(values), named, "");
  }

  boolean isLiteral() {
    return !literal.isEmpty();
  }

  boolean isClosing() {
    return name.startsWith("/");
  }

  /// Whether it stands for an address, which the text does without.
  boolean isLink() {
    return LINKS.contains(name);
  }

  /// What a reader of the site sees of the shortcode itself.
  Optional<String> label() {
    return LABELS.stream()
        .map(key -> named.getOrDefault(key, ""))
        .filter(value -> !value.isBlank())
        .findFirst();
  }

  /// Words at blanks, where quotes hold a word together.
  private static List<String> words(String inside) {
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    var quote = ' ';
    for (var i = 0; i < inside.length(); i++) {
      var c = inside.charAt(i);
      if (quote == ' ' && Character.isWhitespace(c)) {
        addIfAny(word, words);
        continue;
      }
      if (c == '"' || c == '`') {
        quote = quote == ' ' ? c : quote == c ? ' ' : quote;
      }
      word.append(c);
    }
    addIfAny(word, words);
    return words;
  }

  private static void addIfAny(StringBuilder word, List<String> words) {
    if (!word.isEmpty()) {
      words.add(word.toString());
      word.setLength(0);
    }
  }

  private static String unquoted(String word) {
    return word.replace("\"", "").replace("`", "");
  }
}
