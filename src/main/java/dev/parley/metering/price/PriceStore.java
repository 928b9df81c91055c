package dev.parley.metering.price;

import static java.util.stream.Collectors.groupingBy;

import dev.parley.call.Call;
import dev.parley.call.WorkspaceId;
import dev.parley.control.audit.AuditEvent;
import dev.parley.control.edit.EditStore;
import dev.parley.platform.postgres.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Rows of prices.
final class PriceStore {
  static final String TOPIC = "prices";
  private static final String COLUMNS =
      """
      SELECT workspace_id, id, provider, model, input_nano, cache_read_nano, cache_write_nano,
             output_nano, reasoning_nano, request_nano, effective_from, effective_to, recorded_at,
             source
      FROM model_price
      """;
  private static final String ALL = COLUMNS + "ORDER BY recorded_at, id";
  private static final String INSERT =
      """
      INSERT INTO model_price (workspace_id, id, provider, model, input_nano, cache_read_nano,
                               cache_write_nano, output_nano, reasoning_nano, request_nano,
                               effective_from, effective_to, recorded_at, source)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
      """;

  private final Database database;
  private final EditStore edits;

  PriceStore(Database database, EditStore edits) {
    this.database = database;
    this.edits = edits;
  }

  /// The prices of every workspace.
  Future<Map<WorkspaceId, PriceList>> all(Call call) {
    return database
        .readInEveryWorkspace(call, connection -> connection.query(ALL).execute())
        .map(rows -> {
          var lists = new HashMap<WorkspaceId, PriceList>();
          rows(rows).stream()
              .collect(groupingBy(PriceRow::workspace))
              .forEach((workspace, own) ->
                  lists.put(workspace, new PriceList(own.stream().map(PriceRow::price).toList())));
          return lists;
        });
  }

  /// The workspace's own prices in the order in which they were written down.
  Future<List<PriceRow>> list(Call call) {
    return database
        .readInWorkspace(call, connection -> connection.query(ALL).execute())
        .map(PriceStore::rows);
  }

  Future<Void> insert(Call call, PriceRow row, AuditEvent event) {
    return edits.edit(
        call, event, connection -> connection.preparedQuery(INSERT).execute(values(row)));
  }

  private static Tuple values(PriceRow row) {
    var price = row.price();
    var tokens = price.tokens();
    return Tuple.of(row.workspace().value(), price.id(), price.provider(), price.model())
        .addLong(tokens.input())
        .addLong(tokens.cacheRead())
        .addLong(tokens.cacheWrite())
        .addLong(tokens.output())
        .addLong(tokens.reasoning())
        .addLong(price.perRequestNano())
        .addOffsetDateTime(at(price.from()))
        .addOffsetDateTime(price.to() == null ? null : at(price.to()))
        .addOffsetDateTime(at(row.recordedAt()))
        .addString(price.source());
  }

  private static List<PriceRow> rows(RowSet<Row> rows) {
    var all = new ArrayList<PriceRow>();
    for (var row : rows) {
      var price =
          new Price(
              row.getUUID("id"),
              row.getString("provider"),
              row.getString("model"),
              new PerMillion(
                  row.getLong("input_nano"),
                  row.getLong("cache_read_nano"),
                  row.getLong("cache_write_nano"),
                  row.getLong("output_nano"),
                  row.getLong("reasoning_nano")),
              row.getLong("request_nano"),
              row.getOffsetDateTime("effective_from").toInstant(),
              instant(row.getOffsetDateTime("effective_to")),
              row.getString("source"));
      all.add(
          new PriceRow(
              new WorkspaceId(row.getUUID("workspace_id")),
              price,
              row.getOffsetDateTime("recorded_at").toInstant()));
    }
    return all;
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /// A price of a workspace.
  record PriceRow(WorkspaceId workspace, Price price, Instant recordedAt) {}
}
