package dev.parley.chat.conversation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where in the tree of a conversation a turn begins.
public sealed interface Spot {

  /// With a new question.
  ///
  /// @param parent the answer it is said to; null for the first of a conversation
  record Below(@Nullable UUID parent) implements Spot {}

  /// With a question that is there, for one more answer to it.
  record Again(Message question) implements Spot {
    @Override
    public @Nullable UUID parent() {
      return question.parentId();
    }
  }

  /// What the question was said to.
  @Nullable UUID parent();
}
