package dev.parley.platform.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.platform.config.Secret;
import dev.parley.platform.lifecycle.StartFault;
import dev.parley.testkit.PostgresFixture;
import dev.parley.testkit.SqlScript;
import io.vertx.pgclient.PgException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class MigrationsIT {
  @RegisterExtension static final PostgresFixture POSTGRES = PostgresFixture.empty();

  private static final List<String> FIRST = List.of("V0001 test_note", "V0003 test_event");

  @BeforeEach
  void emptyTheSchema() {
    query("DROP SCHEMA public CASCADE; CREATE SCHEMA public; GRANT ALL ON SCHEMA public TO PUBLIC");
  }

  private static Migrations migrations(String folder) {
    return Migrations.from(
        POSTGRES.vertx(), POSTGRES.owner(), POSTGRES.application().user(), "migrations/" + folder);
  }

  private static void query(String sql) {
    var _ = SqlScript.run(POSTGRES.vertx(), POSTGRES.administrator(), sql);
  }

  private static void queryAsProduct(String sql) {
    var _ = SqlScript.run(POSTGRES.vertx(), POSTGRES.application(), sql);
  }

  private static String refused(String sql) {
    return assertThrows(PgException.class, () -> queryAsProduct(sql)).getSqlState();
  }

  private static List<String> tables() {
    var names = new ArrayList<String>();
    SqlScript.run(
            POSTGRES.vertx(),
            POSTGRES.administrator(),
            "SELECT relname::text AS name FROM pg_class WHERE relkind = 'r' AND relnamespace ="
                + " 'public'::regnamespace ORDER BY relname")
        .forEach(row -> names.add(row.getString("name")));
    return names;
  }

  private static String refusal(Supplier<List<String>> action) {
    return String.valueOf(assertThrows(StartFault.class, action::get).getMessage());
  }

  @Test
  void goUpOnceAndTellWhatIsMissing() {
    assertEquals(FIRST, migrations("first").pending());
    assertEquals(FIRST, migrations("first").up());

    assertEquals(List.of(), migrations("first").pending());
    assertEquals(List.of(), migrations("first").up());
    assertEquals(List.of("V0004 test_mood"), migrations("second").pending());
    assertEquals(List.of("event", "note", "schema_history"), tables());
  }

  @Test
  void goDownToAVersionAndUpAgain() {
    var _ = migrations("first").up();

    assertEquals(List.of("V0003 test_event"), migrations("first").down(1));
    assertEquals(List.of("note", "schema_history"), tables());
    assertEquals(List.of("V0001 test_note"), migrations("first").down(0));
    assertEquals(List.of("schema_history"), tables());
    assertEquals(FIRST, migrations("first").up());
  }

  @Test
  void aStepWithoutAWayBackStays() {
    var _ = migrations("second").up();

    assertTrue(refusal(() -> migrations("second").down(0)).contains("cannot be taken back"));
    assertEquals(List.of(), migrations("second").pending());
  }

  @Test
  void aStepThatOnlyANewerProgramKnowsIsLeftAlone() {
    var _ = migrations("second").up();

    assertEquals(List.of(), migrations("first").up());
    assertTrue(refusal(() -> migrations("first").down(0)).contains("newer Parley"));
  }

  @Test
  void aChangedStepIsRefused() {
    var _ = migrations("first").up();

    var message = refusal(() -> migrations("changed").up());

    assertTrue(message.contains("V0001 test_note was changed"), message);
  }

  @Test
  void aStepThatComesTooLateIsRefused() {
    var _ = migrations("first").up();

    assertTrue(refusal(() -> migrations("late").up()).contains("Give it a later number"));
    assertEquals(List.of("event", "note", "schema_history"), tables());
  }

  @Test
  void aBrokenStepLeavesNothingOfItselfAndAllBeforeIt() {
    var message = refusal(() -> migrations("broken").up());

    assertTrue(message.contains("V0004 test_broken failed: division by zero"), message);
    assertEquals(List.of("event", "note", "schema_history"), tables());
    assertEquals(List.of("V0004 test_broken"), migrations("broken").pending());
  }

  @Test
  void replicasThatStartTogetherTakeEachStepOnce() throws Exception {
    var replicas = 6;
    try (var threads = Executors.newFixedThreadPool(replicas)) {
      var starts = new ArrayList<Callable<List<String>>>();
      for (var replica = 0; replica < replicas; replica++) {
        starts.add(() -> migrations("second").up());
      }
      var taken = new ArrayList<String>();
      for (var start : threads.invokeAll(starts, 60, TimeUnit.SECONDS)) {
        taken.addAll(start.get());
      }

      taken.sort(null);
      assertEquals(List.of("V0001 test_note", "V0003 test_event", "V0004 test_mood"), taken);
    }
  }

  @Test
  void theProductsRoleMayWorkWithTheTablesButNotChangeThem() {
    var _ = migrations("first").up();

    queryAsProduct(
        "SET parley.workspace = '00000000-0000-0000-0000-000000000001';"
            + " INSERT INTO note SELECT current_setting('parley.workspace')::uuid, 1, 'a';"
            + " UPDATE note SET text = 'b'; DELETE FROM note");
    assertEquals("42501", refused("DROP TABLE note"));
    assertEquals("42501", refused("DELETE FROM schema_history"));
  }

  @Test
  void rowsOfAnAppendOnlyTableCannotBeChanged() {
    var _ = migrations("first").up();

    queryAsProduct("INSERT INTO event (text) VALUES ('happened'); SELECT * FROM event");
    assertEquals("42501", refused("UPDATE event SET text = 'never happened'"));
    assertEquals("42501", refused("DELETE FROM event"));
    assertEquals("42501", refused("TRUNCATE event"));
  }

  @Test
  void aWrongPasswordIsToldWithoutThePassword() {
    var owner = POSTGRES.owner().withUser("parley", new Secret("not-the-password"));
    var migrations = Migrations.from(POSTGRES.vertx(), owner, "parley_app", "migrations/first");

    var message = refusal(() -> migrations.up());

    assertTrue(message.contains("as parley cannot be reached"), message);
    assertTrue(message.contains("password authentication failed"), message);
    assertTrue(!message.contains("not-the-password"), message);
  }
}
