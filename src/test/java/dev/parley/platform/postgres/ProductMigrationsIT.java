package dev.parley.platform.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.testkit.PostgresFixture;
import dev.parley.testkit.SqlScript;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The product's own schema goes up, all the way down and up again.
final class ProductMigrationsIT {
  @RegisterExtension static final PostgresFixture POSTGRES = PostgresFixture.empty();

  /// Everything with a name in the schema: tables, indexes, sequences, functions, types, columns.
  private static final String INVENTORY =
      """
      SELECT 'relation ' || relkind::text || ' ' || relname AS name FROM pg_class
      WHERE relnamespace = 'public'::regnamespace
      UNION ALL
      SELECT 'function ' || proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace
      UNION ALL
      SELECT 'type ' || typname FROM pg_type WHERE typnamespace = 'public'::regnamespace
      UNION ALL
      SELECT 'policy ' || tablename || ' ' || policyname FROM pg_policies
      UNION ALL
      SELECT 'column ' || table_name || ' ' || column_name || ' ' || data_type
      FROM information_schema.columns WHERE table_schema = 'public'
      ORDER BY 1
      """;

  private static List<String> inventory() {
    var names = new ArrayList<String>();
    SqlScript.run(POSTGRES.vertx(), POSTGRES.administrator(), INVENTORY)
        .forEach(row -> names.add(row.getString("name")));
    return names;
  }

  @Test
  void goesUpDownAndUpAgain() {
    var migrations =
        Migrations.of(POSTGRES.vertx(), POSTGRES.owner(), POSTGRES.application().user());
    var steps = migrations.pending();

    assertEquals(steps, migrations.up());
    var above = inventory();
    assertEquals(steps.reversed(), migrations.down(0));
    var below = inventory().stream().filter(name -> !name.contains("schema_history")).toList();
    assertEquals(List.of(), below);
    assertEquals(steps, migrations.up());
    assertEquals(above, inventory());
  }
}
