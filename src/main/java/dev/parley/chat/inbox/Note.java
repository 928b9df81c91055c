package dev.parley.chat.inbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an agent tells the others of a conversation.
record Note(UUID id, @Nullable UUID authorId, String text, Instant createdAt) {}
