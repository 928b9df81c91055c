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
public record Conversation(
    UUID id,
    String title,
    Instant createdAt,
    Instant updatedAt,
    boolean archived,
    @Nullable UUID activeMessageId,
    long messageCount,
    @Nullable UUID runningTurn,
    int lastHappening) {}
