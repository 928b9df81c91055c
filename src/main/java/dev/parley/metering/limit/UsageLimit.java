package dev.parley.metering.limit;

import dev.parley.call.WorkspaceId;
import dev.parley.metering.usage.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How much of a model a subject may use at a time.
///
/// @param subject without an id: everybody of the kind, each by themselves
/// @param model empty for all of them together
/// @param tokens in each window; null for no limit
/// @param concurrent calls at once; null for no limit
record UsageLimit(
    WorkspaceId workspace,
    UUID id,
    Subject subject,
    String model,
    @Nullable Long tokens,
    Duration window,
    @Nullable Integer concurrent,
    Instant createdAt) {

  boolean isFor(Subject caller, String asked) {
    return subject.kind() == caller.kind()
        && (subject.id().isEmpty() || subject.id().equals(caller.id()))
        && (model.isEmpty() || model.equals(asked));
  }

  /// What is counted: each limit by itself, and each caller.
  String counted(Subject caller) {
    return id + ":" + caller.id();
  }
}
