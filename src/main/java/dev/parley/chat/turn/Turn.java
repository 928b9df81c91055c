package dev.parley.chat.turn;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One question being answered, or answered.
///
/// @param attempt how often the answer was begun
/// @param assistantId whose answer it is; null for the plain assistant
/// @param assistantVersion the version of it, the same from the beginning to the end
public record Turn(
    UUID id,
    UUID conversationId,
    UUID questionId,
    UUID answerId,
    State state,
    int attempt,
    Instant createdAt,
    @Nullable Instant finishedAt,
    @Nullable UUID assistantId,
    @Nullable Integer assistantVersion) {

  /// One that begins.
  static Turn begun(UUID id, UUID conversation, UUID question, UUID answer, Instant now) {
    return new Turn(id, conversation, question, answer, State.RUNNING, 1, now, null, null, null);
  }

  /// The same, answered by this version of an assistant.
  Turn by(@Nullable UUID assistant, @Nullable Integer version) {
    return new Turn(
        id,
        conversationId,
        questionId,
        answerId,
        state,
        attempt,
        createdAt,
        finishedAt,
        assistant,
        version);
  }

  /// How far a turn is.
  public enum State {
    RUNNING,
    COMPLETED,
    FAILED,
    CANCELLED
  }
}
