package dev.parley.metering.rollup;

import dev.parley.call.Call;
import dev.parley.metering.usage.Usage;
import dev.parley.platform.postgres.Database;
import dev.parley.platform.postgres.Rows;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Rows of the ledger, read page by page.
final class EntryStore {
  private static final String COLUMNS =
      """
      SELECT id, started_at, kind, provider, model, route, target, upstream_model, caller, user_id,
             key_id, call_id, attempt, outcome, input_tokens, cache_read_tokens,
             cache_write_tokens, output_tokens, reasoning_tokens, estimated, cost_nano, price_id,
             (extract(epoch FROM ended_at - started_at) * 1000000)::bigint AS micros,
             first_token_micros, provider_key, raw_usage
      FROM usage_entry
      """;
  private static final String PAGE =
      COLUMNS
          + """
          WHERE workspace_id = $1 AND started_at >= $2 AND started_at < $3
            AND (started_at, id) > ($4, $5)
          ORDER BY started_at, id
          LIMIT $6
          """;
  private static final String OF_CALL =
      COLUMNS
          + """
          WHERE workspace_id = $1 AND call_id = $2
          ORDER BY started_at, attempt, id
          LIMIT $3
          """;

  private final Database database;

  EntryStore(Database database) {
    this.database = database;
  }

  /// Entries after the one named, the oldest first.
  Future<List<Entry>> page(Call call, Instant from, Instant to, Place after, int most) {
    return database.readInWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(PAGE)
                .execute(
                    Tuple.of(call.workspace().value(), at(from), at(to))
                        .addOffsetDateTime(at(after.at()))
                        .addUUID(after.id())
                        .addInteger(most))
                .map(rows -> Rows.all(rows, EntryStore::entry)));
  }

  /// What one request caused, in the order in which it was tried.
  Future<List<Entry>> ofCall(Call call, String callId, int most) {
    return database.readInWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(OF_CALL)
                .execute(Tuple.of(call.workspace().value(), callId, most))
                .map(rows -> Rows.all(rows, EntryStore::entry)));
  }

  private static Entry entry(Row row) {
    return new Entry(
        new Place(row.getOffsetDateTime("started_at").toInstant(), row.getUUID("id")),
        row.getString("kind"),
        row.getString("provider"),
        row.getString("model"),
        row.getString("route"),
        row.getString("target"),
        row.getString("upstream_model"),
        row.getString("caller"),
        Objects.toString(row.getUUID("user_id"), ""),
        Objects.toString(row.getString("key_id"), ""),
        row.getString("call_id"),
        row.getInteger("attempt"),
        row.getString("outcome"),
        new Usage(
            row.getLong("input_tokens"),
            row.getLong("cache_read_tokens"),
            row.getLong("cache_write_tokens"),
            row.getLong("output_tokens"),
            row.getLong("reasoning_tokens"),
            row.getBoolean("estimated")),
        row.getLong("cost_nano"),
        row.getUUID("price_id"),
        row.getLong("micros"),
        row.getLong("first_token_micros"),
        row.getString("provider_key"),
        row.getString("raw_usage"));
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /// Where an entry stands among the others.
  record Place(Instant at, UUID id) {
    static Place before(Instant first) {
      return new Place(first, new UUID(0, 0));
    }
  }

  /// One attempt of a call, as it is in the ledger.
  record Entry(
      Place place,
      String kind,
      String provider,
      String model,
      String route,
      String target,
      String upstreamModel,
      String caller,
      String user,
      String key,
      String callId,
      int attempt,
      String outcome,
      Usage usage,
      long costNano,
      @Nullable UUID priceId,
      long micros,
      @Nullable Long timeToFirstTokenMicros,
      String providerKey,
      @Nullable String rawUsage) {}
}
