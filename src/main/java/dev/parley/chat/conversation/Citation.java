package dev.parley.chat.conversation;

import dev.parley.retrieval.Passage;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A place in a stored document that supports what the answer says.
///
/// @param number what stands in square brackets in the answer
/// @param quote exactly the document's text from `start` to `end`, unless a policy redacts it
/// @param start in code points
/// @param end in code points, exclusive
/// @param score how well the passage fits the question, 0 to 1
public record Citation(
    int number,
    UUID documentId,
    int version,
    String title,
    @Nullable String url,
    @Nullable String anchor,
    @Nullable Integer page,
    List<String> headingPath,
    String quote,
    int start,
    int end,
    double score) {
  public Citation {
    headingPath = List.copyOf(headingPath);
  }

  /// The same place with other words, where its own must not be read.
  public Citation quoting(String words) {
    return new Citation(
        number,
        documentId,
        version,
        title,
        url,
        anchor,
        page,
        headingPath,
        words,
        start,
        end,
        score);
  }

  /// The citation of a stretch of a passage.
  ///
  /// @param from where the quote begins in the passage's text, in chars
  /// @param to where it ends, exclusive, in chars
  public static Citation of(int number, Passage passage, int from, int to) {
    var text = passage.text();
    var start = passage.start() + text.codePointCount(0, from);
    return new Citation(
        number,
        passage.documentId(),
        passage.version(),
        passage.title(),
        passage.url(),
        passage.anchor(),
        passage.page(),
        passage.headingPath(),
        text.substring(from, to),
        start,
        start + text.codePointCount(from, to),
        passage.score());
  }
}
