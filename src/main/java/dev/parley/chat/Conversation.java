package dev.parley.chat;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A conversation without its messages.
///
/// @param title empty until the first question
/// @param runningTurn the turn that is being answered now
public record Conversation(
    UUID id,
    String title,
    Instant createdAt,
    Instant updatedAt,
    long messageCount,
    @Nullable UUID runningTurn) {}
