package dev.parley.metering;

import dev.parley.platform.http.Json;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An entry as the statement that stores it takes it: the names are those of the columns.
record EntryJson(
    UUID workspaceId,
    UUID id,
    String callId,
    String caller,
    @Nullable UUID userId,
    @Nullable String keyId,
    String kind,
    String provider,
    String model,
    String route,
    String target,
    String upstreamModel,
    String providerKey,
    int attempt,
    long inputTokens,
    long cacheReadTokens,
    long cacheWriteTokens,
    long outputTokens,
    long reasoningTokens,
    boolean estimated,
    @Nullable String rawUsage,
    long costNano,
    @Nullable UUID priceId,
    List<UUID> leases,
    String outcome,
    Instant startedAt,
    Instant endedAt,
    @Nullable Long firstTokenMicros) {

  /// All entries in one text.
  static String of(List<UsageEntry> entries) {
    return Json.text(entries.stream().map(EntryJson::of).toList());
  }

  private static EntryJson of(UsageEntry entry) {
    var usage = entry.usage();
    var user = entry.who().userId();
    return new EntryJson(
        entry.workspace().value(),
        entry.id(),
        storable(entry.callId()),
        storable(entry.who().caller()),
        user == null ? null : user.value(),
        entry.who().keyId(),
        entry.kind().name().toLowerCase(Locale.ROOT),
        storable(entry.attempt().provider()),
        storable(entry.attempt().model()),
        storable(entry.routing().route()),
        storable(entry.routing().target()),
        storable(entry.routing().model()),
        storable(entry.routing().key()),
        entry.attempt().number(),
        usage.input(),
        usage.cacheRead(),
        usage.cacheWrite(),
        usage.output(),
        usage.reasoning(),
        usage.estimated(),
        entry.rawUsage() == null ? null : storable(entry.rawUsage()),
        entry.charge().costNano(),
        entry.charge().priceId(),
        entry.charge().leases(),
        storable(entry.outcome()),
        entry.attempt().startedAt(),
        entry.timing().endedAt(),
        entry.timing().timeToFirstTokenMicros());
  }

  /// PostgreSQL takes no NUL, and what a provider or a client calls itself may hold anything.
  private static String storable(String text) {
    return text.replace('\0', '\uFFFD');
  }
}
