package dev.parley.metering.rollup;

import dev.parley.metering.rollup.EntryStore.Entry;
import dev.parley.metering.usage.Usage;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one request caused: which models were asked, in which order, how each ended and what it
/// cost.
///
/// @param costNano of all attempts together
record Explained(String requestId, String caller, List<AttemptView> attempts, long costNano) {
  /// More than any request may cause.
  static final int MOST = 500;

  static Explained of(String callId, List<Entry> entries) {
    return new Explained(
        callId,
        entries.getFirst().caller(),
        entries.stream().map(AttemptView::of).toList(),
        entries.stream().mapToLong(Entry::costNano).sum());
  }

  /// One try of one target.
  ///
  /// @param number from 1; 0 where no model had to be asked
  /// @param providerKey what administrators call the key; empty where none is needed
  /// @param rawUsage the provider's own words; absent where we counted
  record AttemptView(
      int number,
      String kind,
      String route,
      String target,
      String model,
      String providerKey,
      String outcome,
      Instant startedAt,
      long durationMicros,
      @Nullable Long firstTokenMicros,
      Usage usage,
      @Nullable Map<String, Object> rawUsage,
      long costNano) {
    private static AttemptView of(Entry entry) {
      return new AttemptView(
          entry.attempt(),
          entry.kind(),
          entry.route(),
          entry.target(),
          entry.upstreamModel(),
          entry.providerKey(),
          entry.outcome(),
          entry.place().at(),
          entry.micros(),
          entry.timeToFirstTokenMicros(),
          entry.usage(),
          entry.rawUsage() == null ? null : new JsonObject(entry.rawUsage()).getMap(),
          entry.costNano());
    }
  }
}
