package dev.parley;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.testkit.PostgresFixture;
import dev.parley.testkit.SqlScript;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// `parley reseal` knows every column that holds sealed values. Texts of conversations, which are
/// sealed beside a mark, are those of [SealedMessagesIT].
final class ResealingIT {
  @RegisterExtension static final PostgresFixture POSTGRES = PostgresFixture.migrated();

  @Test
  void noSealedColumnIsForgotten() {
    var known =
        Resealing.COLUMNS.stream().map(one -> one.table() + "." + one.column()).collect(toSet());

    var stored = new HashSet<String>();
    for (var row :
        SqlScript.run(
            POSTGRES.vertx(),
            POSTGRES.administrator(),
            """
            SELECT table_name || '.' || column_name AS place FROM information_schema.columns
            WHERE table_schema = current_schema() AND data_type IN ('text', 'bytea')
              AND column_name ~ '(sealed|seed|secret)$'
            """)) {
      stored.add(row.getString("place"));
    }

    assertEquals(stored, known);
  }
}
