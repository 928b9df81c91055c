package dev.parley.chat.turn;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One question being answered, or answered.
///
/// @param attempt how often the answer was begun
public record Turn(
    UUID id,
    UUID conversationId,
    UUID questionId,
    UUID answerId,
    State state,
    int attempt,
    Instant createdAt,
    @Nullable Instant finishedAt) {

  /// How far a turn is.
  public enum State {
    RUNNING,
    COMPLETED,
    FAILED,
    CANCELLED
  }
}
