package dev.parley.chat.conversation;

import dev.parley.platform.http.ProblemBody;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody said in a conversation.
///
/// @param parentId what it was said to; null at the beginning of a conversation
/// @param turnId the turn that asked or answered it
/// @param citations of an answer, by number
/// @param problem why an answer failed
/// @param authorId who said it, of an agent's; null too when they have no account
public record Message(
    UUID id,
    @Nullable UUID parentId,
    Role role,
    String text,
    State state,
    Instant createdAt,
    @Nullable UUID turnId,
    @Nullable String model,
    List<Citation> citations,
    @Nullable TokenCounts usage,
    @Nullable ProblemBody problem,
    @Nullable UUID authorId) {
  public Message {
    citations = List.copyOf(citations);
  }

  /// A question that was just asked.
  public static Message question(
      UUID id, @Nullable UUID parent, String text, UUID turn, Instant at) {
    return new Message(
        id, parent, Role.USER, text, State.COMPLETE, at, turn, null, List.of(), null, null, null);
  }

  /// What one person says to another.
  public static Message said(
      UUID id, @Nullable UUID parent, Role role, String text, @Nullable UUID author, Instant at) {
    return new Message(
        id, parent, role, text, State.COMPLETE, at, null, null, List.of(), null, null, author);
  }

  /// The same with other words.
  public Message saying(String words) {
    return new Message(
        id, parentId, role, words, state, createdAt, turnId, model, citations, usage, problem,
        authorId);
  }

  /// Who said it.
  public enum Role {
    USER,
    ASSISTANT,
    /// A person who took the conversation over.
    AGENT
  }

  /// How it ended.
  public enum State {
    COMPLETE,
    /// The model broke off; the text is what had come.
    INTERRUPTED,
    /// The reader stopped it; the text is what had come.
    CANCELLED,
    /// There is no text.
    FAILED
  }
}
