package dev.parley.metering.budget;

import dev.parley.call.WorkspaceId;
import dev.parley.metering.usage.Subject;
import java.time.Instant;
import java.util.UUID;

/// What a subject may spend in each period.
///
/// @param createdAt in whole microseconds
record Budget(
    WorkspaceId workspace,
    UUID id,
    String name,
    Subject subject,
    Period period,
    long limitNano,
    Instant createdAt) {

  Period.Window window(Instant moment) {
    return period.at(moment, createdAt);
  }
}
