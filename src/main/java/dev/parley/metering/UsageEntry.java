package dev.parley.metering;

import dev.parley.call.Call;
import dev.parley.call.WorkspaceId;
import dev.parley.platform.ids.Ids;
import java.time.Instant;
import java.util.UUID;

/// What one attempt of a model call used.
///
/// @param id made from the call, the attempt and the kind: the same attempt has the same id
/// @param callId request id of the call that caused it
/// @param caller who caused it, as in [dev.parley.call.Caller#name]
/// @param attempt from 1
/// @param outcome `completed`, `cancelled` or the class of the failure
public record UsageEntry(
    UUID id,
    WorkspaceId workspace,
    String callId,
    String caller,
    Kind kind,
    String provider,
    String model,
    int attempt,
    Usage usage,
    String outcome,
    Instant startedAt,
    Instant endedAt) {

  /// What a model was used for.
  public enum Kind {
    CHAT,
    EMBEDDING
  }

  /// The entry of one attempt.
  ///
  /// @param unit names the call uniquely, also where one request makes several
  public static UsageEntry of(
      Call call, UUID unit, Kind kind, Attempt attempt, Usage usage, String outcome, Instant end) {
    return new UsageEntry(
        Ids.named(unit, attempt.number() + "/" + kind),
        call.workspace(),
        call.id(),
        call.caller().name(),
        kind,
        attempt.provider(),
        attempt.model(),
        attempt.number(),
        usage,
        outcome,
        attempt.startedAt(),
        end);
  }

  /// One try of one provider.
  public record Attempt(int number, String provider, String model, Instant startedAt) {}
}
