package dev.parley.metering.outbox;

import dev.parley.call.WorkspaceId;
import dev.parley.platform.http.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/// An event on its way out. Consumers may see it twice; its id tells.
///
/// @param type such as `dev.parley.usage.recorded`
/// @param event a CloudEvent (version 1.0), as JSON
public record OutboxEvent(WorkspaceId workspace, UUID id, String type, Instant at, String event) {

  /// @param data written as JSON
  public static OutboxEvent of(
      WorkspaceId workspace, UUID id, String type, Instant at, Object data) {
    var time = at.truncatedTo(ChronoUnit.MICROS);
    var source = "/workspaces/" + workspace;
    var event = new CloudEvent("1.0", id, source, type, time, "application/json", data);
    return new OutboxEvent(workspace, id, type, time, Json.text(event));
  }

  /// The names of its parts are the standard's, which knows no snake case.
  private record CloudEvent(
      String specversion,
      UUID id,
      String source,
      String type,
      Instant time,
      String datacontenttype,
      Object data) {}
}
