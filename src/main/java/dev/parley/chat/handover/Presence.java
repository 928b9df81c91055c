package dev.parley.chat.handover;

import dev.parley.call.WorkspaceId;
import java.time.Instant;
import java.util.UUID;

/// Somebody who looks at a conversation now.
///
/// @param personId zero for whoever has no account
/// @param typingUntil until when they type, if they do
/// @param until when they are taken to have gone
public record Presence(
    WorkspaceId workspace,
    UUID conversationId,
    Side side,
    UUID personId,
    Instant typingUntil,
    Instant until) {
  static final UUID NOBODY = new UUID(0, 0);

  boolean typing(Instant now) {
    return typingUntil.isAfter(now);
  }

  /// Which end of the conversation they are at.
  public enum Side {
    USER,
    AGENT
  }
}
