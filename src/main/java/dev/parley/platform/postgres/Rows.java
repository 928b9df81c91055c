package dev.parley.platform.postgres;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What a query returned, as things of the house.
public final class Rows {
  private Rows() {}

  /// All rows, in their order, in a list of the caller's own.
  public static <T> List<T> all(RowSet<Row> rows, Function<Row, T> read) {
    var all = new ArrayList<T>(rows.size());
    rows.forEach(row -> all.add(read.apply(row)));
    return all;
  }

  /// The first row; empty when there is none.
  public static <T> Optional<T> first(RowSet<Row> rows, Function<Row, T> read) {
    return rows.size() == 0 ? Optional.empty() : Optional.of(read.apply(rows.iterator().next()));
  }
}
