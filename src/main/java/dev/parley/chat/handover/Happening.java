package dev.parley.chat.handover;

import dev.parley.call.WorkspaceId;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that happened in a conversation that was handed over.
///
/// @param seq dense from 1 in its conversation
/// @param mark grows over all conversations, in the order of the commits
/// @param personId who did it; null for whoever has no account, and for Parley
/// @param messageId what was said
public record Happening(
    WorkspaceId workspace,
    UUID conversationId,
    int seq,
    long mark,
    Kind kind,
    @Nullable UUID personId,
    @Nullable UUID messageId,
    Instant at) {

  /// What can happen.
  public enum Kind {
    ASKED,
    CLAIMED,
    /// Put back for another agent.
    QUEUED,
    GIVEN_BACK,
    RESOLVED,
    WITHDRAWN,
    SAID,
    /// For agents only.
    NOTED;

    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Kind of(Handover.Outcome outcome) {
      return switch (outcome) {
        case GIVEN_BACK -> GIVEN_BACK;
        case RESOLVED -> RESOLVED;
        case WITHDRAWN -> WITHDRAWN;
      };
    }
  }
}
