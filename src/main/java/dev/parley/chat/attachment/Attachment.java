package dev.parley.chat.attachment;

import java.time.Instant;
import java.util.UUID;

/// An image of a conversation, without its content.
///
/// @param name as the file was called
/// @param bytes how long the file is
public record Attachment(UUID id, String name, String mediaType, int bytes, Instant createdAt) {}
