package dev.parley.metering;

import dev.parley.call.Call;
import dev.parley.call.Caller;
import dev.parley.call.UserId;
import dev.parley.call.WorkspaceId;
import dev.parley.metering.usage.Usage;
import dev.parley.platform.ids.Ids;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What one attempt of a model call used, and what it cost.
///
/// @param id made from the call, the attempt and the kind: the same attempt has the same id
/// @param callId request id of the call that caused it
/// @param rawUsage what the provider said of its usage, as JSON; null where it said nothing
/// @param outcome `completed`, `cancelled` or the class of the failure
public record UsageEntry(
    UUID id,
    WorkspaceId workspace,
    String callId,
    Who who,
    Kind kind,
    Attempt attempt,
    Routing routing,
    Usage usage,
    @Nullable String rawUsage,
    Charge charge,
    String outcome,
    Timing timing) {
  private static final int LONGEST_RAW = 8 << 10;
  private static final int MOST_BYTES_OF_A_CHAR = 3;

  public UsageEntry {
    rawUsage = rawUsage == null || isTooLong(rawUsage) ? null : rawUsage;
  }

  /// What a model was used for.
  public enum Kind {
    /// An answer in a conversation.
    CHAT,
    /// A call of the OpenAI-compatible interface.
    COMPLETION,
    EMBEDDING,
    TITLE,
    SUMMARY,
    POLICY
  }

  /// The entry of one attempt that costs nothing, until it is priced.
  ///
  /// @param unit names the call uniquely, also where one request makes several
  public static UsageEntry of(
      Call call, UUID unit, Kind kind, Attempt attempt, Usage usage, String outcome, Instant end) {
    return new UsageEntry(
        Ids.named(unit, attempt.number() + "/" + kind),
        call.workspace(),
        call.id(),
        Who.of(call.caller()),
        kind,
        attempt,
        new Routing(attempt.model(), attempt.provider(), attempt.model(), ""),
        usage,
        null,
        Charge.NONE,
        outcome,
        new Timing(end, null));
  }

  /// The same attempt when it has ended.
  ///
  /// @param rawUsage JSON; what is longer than 8 KiB is left out
  public UsageEntry ended(Usage usage, @Nullable String rawUsage, String outcome, Timing timing) {
    return new UsageEntry(
        id, workspace, callId, who, kind, attempt, routing, usage, rawUsage, charge, outcome,
        timing);
  }

  public UsageEntry withRouting(Routing routing) {
    return new UsageEntry(
        id, workspace, callId, who, kind, attempt, routing, usage, rawUsage, charge, outcome,
        timing);
  }

  public UsageEntry withCharge(Charge charge) {
    return new UsageEntry(
        id, workspace, callId, who, kind, attempt, routing, usage, rawUsage, charge, outcome,
        timing);
  }

  /// @param raw JSON; what is longer than 8 KiB is left out
  public UsageEntry withRawUsage(@Nullable String raw) {
    return new UsageEntry(
        id, workspace, callId, who, kind, attempt, routing, usage, raw, charge, outcome, timing);
  }

  private static boolean isTooLong(String raw) {
    return raw.length() > LONGEST_RAW / MOST_BYTES_OF_A_CHAR
        && raw.getBytes(StandardCharsets.UTF_8).length > LONGEST_RAW;
  }

  /// One try of one provider.
  ///
  /// @param number from 1
  /// @param model by which it is priced
  public record Attempt(int number, String provider, String model, Instant startedAt) {}

  /// Which way the call took.
  ///
  /// @param route the name under which the product offers the model
  /// @param target the one of its targets that was tried
  /// @param model as the provider names the one that answered
  /// @param key what administrators call the provider's key; empty where none is needed
  public record Routing(String route, String target, String model, String key) {}

  /// What is owed for it.
  ///
  /// @param priceId the price it was made with; null where nobody knew one, which costs nothing
  /// @param leases of the budgets that pay
  public record Charge(long costNano, @Nullable UUID priceId, List<UUID> leases) {
    public static final Charge NONE = new Charge(0, null, List.of());

    public Charge {
      leases = List.copyOf(leases);
    }
  }

  /// Who caused it.
  ///
  /// @param caller as in [Caller#name]
  /// @param userId also of a key, the person who made it
  public record Who(String caller, @Nullable UserId userId, @Nullable String keyId) {
    static Who of(Caller caller) {
      return switch (caller) {
        case Caller.Person person -> new Who(caller.name(), person.user(), null);
        case Caller.Key key -> new Who(caller.name(), key.user(), key.keyId());
        case Caller.Anonymous _, Caller.Parley _ -> new Who(caller.name(), null, null);
      };
    }
  }

  /// When it ended.
  public record Timing(Instant endedAt, @Nullable Long timeToFirstTokenMicros) {

    /// @param firstToken how long after the start of the attempt it came; null when none did
    public static Timing of(Instant endedAt, @Nullable Duration firstToken) {
      return new Timing(endedAt, firstToken == null ? null : firstToken.toNanos() / 1000);
    }
  }
}
