package dev.parley.control.audit;

import dev.parley.call.WorkspaceId;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Instant;

/// An event as it is stored, without its hash.
///
/// @param at whole microseconds, which is what the database keeps
record AuditRow(
    WorkspaceId workspace,
    long seq,
    Instant at,
    String actor,
    String action,
    String target,
    JsonObject detail,
    String requestId,
    String address) {

  /// A row that was read, with the hash that stood beside it.
  record Sealed(AuditRow row, Buffer hash) {}
}
