package dev.parley;

import dev.parley.testkit.PostgresFixture;
import dev.parley.testkit.SqlScript;
import java.util.ArrayList;
import java.util.List;

/// Looks through every column of every table that could hold text, but for those of documents,
/// which are not sealed.
final class TextsAtRest {
  private static final String COLUMNS =
      """
      SELECT c.table_name, c.column_name FROM information_schema.columns c
      JOIN information_schema.tables t USING (table_schema, table_name)
      WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE'
        AND c.table_name NOT IN ('document', 'document_upload', 'document_version', 'chunk')
        AND c.data_type NOT IN ('uuid', 'boolean', 'integer', 'bigint', 'timestamp with time zone')
      ORDER BY 1, 2
      """;

  private TextsAtRest() {}

  /// `table.column: word` for each place that holds one of the words.
  static List<String> holding(PostgresFixture postgres, List<String> words) {
    var found = new ArrayList<String>();
    for (var row : SqlScript.run(postgres.vertx(), postgres.administrator(), COLUMNS)) {
      var table = row.getString("table_name");
      var column = row.getString("column_name");
      for (var word : words) {
        if (holds(postgres, table, column, word)) {
          found.add(table + "." + column + ": " + word);
        }
      }
    }
    return found;
  }

  private static boolean holds(PostgresFixture postgres, String table, String column, String word) {
    var sql =
        """
        SELECT count(*) FROM %s
        WHERE strpos(lower(%2$s::text), '%3$s') > 0
           OR strpos(lower(%2$s::text), encode('%3$s', 'hex')) > 0
           OR strpos(%2$s::text, encode('%3$s', 'base64')) > 0
        """
            .formatted(table, column, word);
    var rows = SqlScript.run(postgres.vertx(), postgres.administrator(), sql);
    return rows.iterator().next().getLong(0) > 0;
  }
}
