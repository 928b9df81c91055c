package dev.parley.chat.conversation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A conversation without its messages.
///
/// @param title empty until the first question
/// @param archived whether it is kept apart from the others
/// @param activeMessageId the last message of the branch that is shown
/// @param runningTurn the turn that is being answered now
/// @param lastHappening number of the last thing that happened in it between people; 0 before the
///   first
/// @param assistant slug of the one that answers; null for the default one
public record Conversation(
    UUID id,
    String title,
    Instant createdAt,
    Instant updatedAt,
    boolean archived,
    @Nullable UUID activeMessageId,
    long messageCount,
    @Nullable UUID runningTurn,
    int lastHappening,
    @Nullable String assistant) {

  /// Slug of the assistant.
  ///
  /// @param standard that of the default one
  public String assistantOr(String standard) {
    return assistant == null ? standard : assistant;
  }
}
