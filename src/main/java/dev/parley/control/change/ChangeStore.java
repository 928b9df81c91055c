package dev.parley.control.change;

import dev.parley.call.Call;
import dev.parley.platform.postgres.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.HashMap;
import java.util.Map;

/// Marks of what was changed. Other stores set them inside their own transactions, so that a change
/// and its mark are seen together or not at all.
public final class ChangeStore {
  private static final String TOUCH =
      """
      INSERT INTO change_mark AS mark (topic, version) VALUES ($1, 1)
      ON CONFLICT (topic) DO UPDATE SET version = mark.version + 1
      RETURNING version
      """;
  private static final String ALL = "SELECT topic, version FROM change_mark";

  private final Database database;

  ChangeStore(Database database) {
    this.database = database;
  }

  /// Says that something of the topic was changed. To be among the last statements of the
  /// transaction: until its end everybody else who changes something of the topic waits.
  public Future<Void> touch(SqlConnection transaction, String topic) {
    return mark(transaction, topic).mapEmpty();
  }

  /// The same; completes with the number of the change, which is the higher the later the
  /// transaction commits.
  public Future<Long> mark(SqlConnection transaction, String topic) {
    return transaction
        .preparedQuery(TOUCH)
        .execute(Tuple.of(topic))
        .map(rows -> rows.iterator().next().getLong("version"));
  }

  Future<Map<String, Long>> versions(Call call) {
    return database.readOutside(
        call,
        connection ->
            connection
                .query(ALL)
                .execute()
                .map(rows -> {
                  var all = new HashMap<String, Long>();
                  rows.forEach(row -> all.put(row.getString("topic"), row.getLong("version")));
                  return all;
                }));
  }
}
