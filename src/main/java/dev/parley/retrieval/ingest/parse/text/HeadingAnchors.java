package dev.parley.retrieval.ingest.parse.text;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// The anchors that GitHub and Hugo give to the headings of one Markdown page: lower case, blanks
/// to hyphens, punctuation dropped, repeated ones numbered from `-1`.
public final class HeadingAnchors {
  private final Map<String, Integer> used = new HashMap<>();

  /// The anchor of the page's next heading.
  public String next(String heading) {
    var slug = slug(heading);
    var anchor = slug;
    var number = used.getOrDefault(slug, 0);
    while (used.containsKey(anchor)) {
      number++;
      anchor = slug + "-" + number;
    }
    used.put(slug, number);
    used.putIfAbsent(anchor, 0);
    return anchor;
  }

  private static String slug(String heading) {
    var out = new StringBuilder();
    heading
        .strip()
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .forEach(c -> {
          if (Character.isWhitespace(c)) {
            out.append('-');
          } else if (c == '-' || c == '_' || isWord(c)) {
            out.appendCodePoint(c);
          }
        });
    return out.toString();
  }

  private static boolean isWord(int c) {
    return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }
}
