package dev.parley.chat.evaluation;

import dev.parley.chat.evaluation.Expectation.Fault;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One version that was asked its cases.
///
/// @param done cases that were answered, or could not be
record Run(
    UUID id,
    UUID assistantId,
    int version,
    State state,
    int total,
    int done,
    int passed,
    Instant startedAt,
    String startedBy,
    @Nullable Instant finishedAt) {

  /// How far it is.
  enum State {
    RUNNING,
    DONE,
    CANCELLED,
    /// The process that ran it has died.
    INTERRUPTED
  }

  /// What became of one case.
  record Result(UUID id, UUID caseId, boolean passed, Content content, long millis) {}

  /// What is stored of it, as one text.
  ///
  /// @param sources titles of what was cited
  record Content(String question, String answer, List<String> sources, List<Fault> faults) {
    Content {
      sources = List.copyOf(sources);
      faults = List.copyOf(faults);
    }
  }
}
