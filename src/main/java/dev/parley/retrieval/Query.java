package dev.parley.retrieval;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A question to the documents.
///
/// @param text the question
/// @param earlier what was said before it, the oldest first; gives a follow-up its subject
/// @param base the only base to look in; null for all
/// @param mode what the order is by
/// @param limit passages wanted
public record Query(String text, List<Said> earlier, @Nullable UUID base, Mode mode, int limit) {
  public Query {
    earlier = List.copyOf(earlier);
  }

  /// What the order of passages is by.
  public enum Mode {
    HYBRID,
    TEXT,
    VECTORS
  }

  /// One earlier message.
  ///
  /// @param byUser whether the person said it, not the assistant
  public record Said(boolean byUser, String text) {}
}
