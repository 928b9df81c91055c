package dev.parley.metering;

import dev.parley.call.Call;
import dev.parley.platform.postgres.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Rows of the ledger.
final class LedgerStore {
  private static final String INSERT =
      """
      INSERT INTO usage_entry (workspace_id, id, call_id, caller, kind, provider, model, attempt,
                               input_tokens, cache_read_tokens, cache_write_tokens, output_tokens,
                               reasoning_tokens, estimated, outcome, started_at, ended_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
      ON CONFLICT (workspace_id, id) DO NOTHING
      """;

  private final Database database;

  LedgerStore(Database database) {
    this.database = database;
  }

  /// Stores entries of the call's workspace, all or nothing; those that are there already stay.
  Future<Void> insert(Call call, List<UsageEntry> entries) {
    return database
        .inWorkspace(
            call,
            connection ->
                connection
                    .preparedQuery(INSERT)
                    .executeBatch(entries.stream().map(LedgerStore::row).toList()))
        .mapEmpty();
  }

  private static Tuple row(UsageEntry entry) {
    var usage = entry.usage();
    return Tuple.from(
        Arrays.asList(
            entry.workspace().value(),
            entry.id(),
            entry.callId(),
            entry.who().caller(),
            entry.kind().name().toLowerCase(Locale.ROOT),
            entry.attempt().provider(),
            entry.attempt().model(),
            entry.attempt().number(),
            usage.input(),
            usage.cacheRead(),
            usage.cacheWrite(),
            usage.output(),
            usage.reasoning(),
            usage.estimated(),
            entry.outcome(),
            at(entry.attempt().startedAt()),
            at(entry.timing().endedAt())));
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
