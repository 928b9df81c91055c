package dev.parley.retrieval.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Where the words of a question stand in a text.
public final class Highlight {
  private static final int MAX_CHARACTERS = 100_000;
  private static final int MAX_QUESTION = 8000;
  private static final int MAX_SPANS = 1000;

  private Highlight() {}

  /// A stretch of a text.
  ///
  /// @param start in code points
  /// @param end exclusive, in code points
  public record Span(int start, int end) {}

  /// The places of the question's words in the first 100,000 characters of `text`, in order, apart
  /// from each other, at most 1,000. A word stands where the index finds it: `crises` for `crisis`.
  public static List<Span> of(String text, String question) {
    var wanted =
        Words.of(Words.cut(question, MAX_QUESTION)).stream()
            .map(Words.Word::term)
            .collect(Collectors.toUnmodifiableSet());
    if (wanted.isEmpty()) {
      return List.of();
    }
    var spans = new ArrayList<Span>();
    var units = 0;
    var points = 0;
    for (var word : Words.of(Words.cut(text, MAX_CHARACTERS))) {
      if (wanted.contains(word.term()) && word.start() >= units) {
        var start = points + text.codePointCount(units, word.start());
        units = word.end();
        points = start + text.codePointCount(word.start(), units);
        spans.add(new Span(start, points));
        if (spans.size() == MAX_SPANS) {
          break;
        }
      }
    }
    return List.copyOf(spans);
  }
}
