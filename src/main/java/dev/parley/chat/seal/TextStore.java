package dev.parley.chat.seal;

import dev.parley.call.Call;
import dev.parley.platform.postgres.Database;
import dev.parley.platform.postgres.Rows;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The stored texts of all conversations, for sealing them anew.
final class TextStore {
  private final Database database;

  TextStore(Database database) {
    this.database = database;
  }

  /// So many rows at most of the call's workspace, behind another one.
  ///
  /// @param current how the texts begin that the first key has sealed
  Future<List<TextRow>> page(Call call, TextTable table, TextRow last, String current, int most) {
    var parameters = Tuple.of(call.workspace().value(), last.id(), last.part(), current, most);
    return database.readInWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(table.page())
                .execute(parameters)
                .map(rows -> Rows.all(rows, row -> read(table, row))));
  }

  /// Puts sealed texts into their rows, all or nothing; completes with how many rows were still as
  /// they had been read.
  Future<Integer> replace(Call call, TextTable table, List<Replacement> all) {
    var parameters = all.stream().map(one -> parameters(call, one)).toList();
    return database.inWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(table.replace())
                .executeBatch(parameters)
                .map(TextStore::changed));
  }

  private static Tuple parameters(Call call, Replacement one) {
    var row = one.old();
    var parameters = new ArrayList<@Nullable Object>();
    parameters.add(call.workspace().value());
    parameters.add(row.id());
    parameters.add(row.part());
    parameters.add(row.texts().getFirst());
    parameters.addAll(one.sealed());
    return Tuple.from(parameters);
  }

  private static int changed(RowSet<Row> first) {
    var count = 0;
    for (@Nullable RowSet<Row> rows = first; rows != null; rows = rows.next()) {
      count += rows.rowCount();
    }
    return count;
  }

  private static TextRow read(TextTable table, Row row) {
    var texts = new ArrayList<@Nullable String>();
    for (var column = 1; column <= table.columns().size(); column++) {
      texts.add(row.getString("text_" + column));
    }
    return new TextRow(
        row.getUUID("id"),
        row.getInteger("part"),
        row.getBoolean("sealed"),
        row.getBoolean("current"),
        texts);
  }

  /// A row with texts.
  ///
  /// @param part the first event of a segment of a log; 0 elsewhere
  /// @param current whether nothing is to be done: its texts are then left out
  record TextRow(
      UUID id, int part, boolean sealed, boolean current, List<@Nullable String> texts) {}

  /// What is to stand in a row.
  record Replacement(TextRow old, List<@Nullable String> sealed) {}
}
