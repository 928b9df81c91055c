package dev.parley.retrieval.source.kept;

import dev.parley.retrieval.source.kept.Run.Counts;
import dev.parley.retrieval.source.kept.Run.Event;
import dev.parley.retrieval.source.kept.Run.Limit;
import dev.parley.retrieval.source.kept.Run.Outcome;
import dev.parley.retrieval.source.kept.Run.State;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Columns to records, for the stores of this package.
final class RunColumns {
  /// The columns that [#run] reads.
  static final String ALL =
      """
      id, source_id, state, started_by, removes, asked_at, started_at, finished_at, listed, added,
      changed, unchanged, removed, failed, skipped, missing, ended_by, error_code, error_detail
      """;

  private RunColumns() {}

  static Run run(Row row) {
    var endedBy = row.getString("ended_by");
    return new Run(
        row.getUUID("id"),
        row.getUUID("source_id"),
        Names.read(State.class, row.getString("state")),
        row.getString("started_by"),
        row.getBoolean("removes"),
        row.getOffsetDateTime("asked_at").toInstant(),
        instant(row, "started_at"),
        instant(row, "finished_at"),
        counts(row),
        row.getInteger("missing"),
        endedBy == null ? null : Names.read(Limit.class, endedBy),
        row.getString("error_code"),
        row.getString("error_detail"));
  }

  static Event event(Row row) {
    return new Event(
        row.getString("item"),
        row.getString("url"),
        Names.read(Outcome.class, row.getString("outcome")),
        row.getString("code"),
        row.getString("detail"),
        row.getOffsetDateTime("at").toInstant());
  }

  private static Counts counts(Row row) {
    return new Counts(
        row.getInteger("listed"),
        row.getInteger("added"),
        row.getInteger("changed"),
        row.getInteger("unchanged"),
        row.getInteger("removed"),
        row.getInteger("failed"),
        row.getInteger("skipped"));
  }

  private static @Nullable Instant instant(Row row, String column) {
    var at = row.getOffsetDateTime(column);
    return at == null ? null : at.toInstant();
  }
}
