package dev.parley.chat.inbox;

import java.time.Instant;
import java.util.UUID;

/// What agents say often.
///
/// @param shortcut how it is called up
record CannedReply(UUID id, String shortcut, String text, Instant changedAt) {}
