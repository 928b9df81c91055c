package dev.parley.chat.evaluation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A question that had no good answer.
///
/// @param id of the message
/// @param assistantId who answered; null for the product's own
/// @param unanswered whether nothing was cited though the documents were searched
/// @param disliked whether whoever asked judged it so
/// @param reason of that
record AskedQuestion(
    UUID id,
    String question,
    @Nullable UUID assistantId,
    Instant askedAt,
    boolean unanswered,
    boolean disliked,
    @Nullable String reason) {}
