package dev.parley.metering.rollup;

import dev.parley.call.Call;
import dev.parley.call.Deadline;
import dev.parley.metering.rollup.EntryStore.Entry;
import dev.parley.metering.rollup.EntryStore.Place;
import dev.parley.platform.http.Csv;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// One export of the ledger on its way, page by page, the oldest entries first. Lives on one event
/// loop.
final class UsageExport {
  private static final int PAGE = 500;
  private static final Duration STEP = Duration.ofSeconds(10);
  private static final String HEAD =
      Csv.line(
          "at",
          "kind",
          "provider",
          "model",
          "route",
          "target",
          "upstream_model",
          "caller",
          "user_id",
          "key_id",
          "request_id",
          "attempt",
          "outcome",
          "input_tokens",
          "cache_read_tokens",
          "cache_write_tokens",
          "output_tokens",
          "reasoning_tokens",
          "estimated",
          "cost_nano",
          "price_id",
          "duration_micros",
          "first_token_micros",
          "id");

  private final EntryStore store;
  private final Call call;
  private final Instant from;
  private final Instant to;
  private final InstantSource clock;
  private Place after;
  private boolean begun;

  UsageExport(EntryStore store, Call call, Instant from, Instant to, InstantSource clock) {
    this.store = store;
    this.call = call;
    this.from = from;
    this.to = to;
    this.clock = clock;
    this.after = Place.before(from);
  }

  /// The next lines; empty after the last.
  Future<Optional<String>> next() {
    return store
        .page(call.until(Deadline.after(clock, STEP)), from, to, after, PAGE)
        .map(this::lines);
  }

  private Optional<String> lines(List<Entry> entries) {
    var head = begun ? "" : HEAD;
    begun = true;
    if (entries.isEmpty()) {
      return head.isEmpty() ? Optional.empty() : Optional.of(head);
    }
    after = entries.getLast().place();
    return Optional.of(
        head + entries.stream().map(UsageExport::line).collect(Collectors.joining()));
  }

  private static String line(Entry entry) {
    var usage = entry.usage();
    return Csv.line(
        entry.place().at().toString(),
        entry.kind(),
        entry.provider(),
        entry.model(),
        entry.route(),
        entry.target(),
        entry.upstreamModel(),
        entry.caller(),
        entry.user(),
        entry.key(),
        entry.callId(),
        Integer.toString(entry.attempt()),
        entry.outcome(),
        Long.toString(usage.input()),
        Long.toString(usage.cacheRead()),
        Long.toString(usage.cacheWrite()),
        Long.toString(usage.output()),
        Long.toString(usage.reasoning()),
        Boolean.toString(usage.estimated()),
        Long.toString(entry.costNano()),
        Objects.toString(entry.priceId(), ""),
        Long.toString(entry.micros()),
        Objects.toString(entry.timeToFirstTokenMicros(), ""),
        entry.place().id().toString());
  }
}
