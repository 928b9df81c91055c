package dev.parley.retrieval;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A question to the documents.
///
/// @param text the question
/// @param earlier what was said before it, the oldest first; gives a follow-up its subject
/// @param within where to look
/// @param mode what the order is by
/// @param limit passages wanted
public record Query(String text, List<Said> earlier, Within within, Mode mode, int limit) {
  public Query {
    earlier = List.copyOf(earlier);
  }

  /// Where to look. Of this, only what the caller may read is looked through.
  ///
  /// @param bases null for all of them
  /// @param conversation whose own documents are looked through too; null for none
  public record Within(@Nullable Set<UUID> bases, @Nullable UUID conversation) {
    public static final Within ALL_BASES = new Within(null, null);

    public Within {
      bases = bases == null ? null : Set.copyOf(bases);
    }

    /// In one base alone; null for all of them.
    public static Within base(@Nullable UUID base) {
      return base == null ? ALL_BASES : new Within(Set.of(base), null);
    }
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
