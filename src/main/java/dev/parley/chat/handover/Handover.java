package dev.parley.chat.handover;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A conversation on its way to a person, with one, or back from one.
///
/// @param outcome how it ended; null before
/// @param epoch of the conversation when it last changed hands
/// @param channel on which it was asked for
/// @param agentId who has it, or had it at the end; null too for the person at the machine, who is
///   nobody's user
/// @param reason as the one who asked put it; may be empty
/// @param page where they were when they asked; may be empty
/// @param seen number of the last happening that the agent has looked at
public record Handover(
    UUID id,
    UUID conversationId,
    State state,
    @Nullable Outcome outcome,
    long epoch,
    By askedBy,
    Channel channel,
    @Nullable UUID agentId,
    String reason,
    String page,
    int seen,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant claimedAt,
    @Nullable Instant closedAt) {

  /// Whether a person writes in the conversation, and Parley does not.
  public boolean claimed() {
    return state == State.CLAIMED;
  }

  /// How far it is.
  public enum State {
    /// It waits for somebody. Parley begins no new answers.
    OPEN,
    /// Somebody has it. Parley writes nothing.
    CLAIMED,
    /// Parley answers again.
    CLOSED
  }

  /// How it ended.
  public enum Outcome {
    GIVEN_BACK,
    RESOLVED,
    /// By the one who had asked.
    WITHDRAWN
  }

  /// Who asked for a person.
  public enum By {
    USER,
    TOOL,
    RULE,
    /// An agent, for another one.
    AGENT;

    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Where the conversation takes place.
  public enum Channel {
    WEB,
    API
  }
}
