package dev.parley.chat.feedback;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody thinks of an answer.
///
/// @param reason one of those that `openapi.yaml` names
/// @param text in their own words; empty when they said no more
public record Feedback(
    UUID messageId, Rating rating, @Nullable String reason, String text, Instant updatedAt) {

  /// Good or bad.
  public enum Rating {
    UP,
    DOWN
  }
}
