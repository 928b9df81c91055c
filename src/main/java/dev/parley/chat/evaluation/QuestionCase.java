package dev.parley.chat.evaluation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A question that an assistant is asked before a version of it goes live.
///
/// @param questionId the message that it was made of
record QuestionCase(
    UUID id,
    UUID assistantId,
    String question,
    Expectation expect,
    @Nullable UUID questionId,
    Instant createdAt,
    String createdBy) {

  /// What is stored, as one text.
  record Content(String question, Expectation expect) {}
}
