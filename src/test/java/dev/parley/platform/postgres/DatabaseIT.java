package dev.parley.platform.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.call.Call;
import dev.parley.call.WorkspaceId;
import dev.parley.testkit.Await;
import dev.parley.testkit.Calls;
import dev.parley.testkit.PostgresFixture;
import dev.parley.testkit.SqlScript;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What a transaction promises to the stores.
final class DatabaseIT {
  @RegisterExtension static final PostgresFixture POSTGRES = PostgresFixture.empty();

  private static final Call A = Calls.in(new WorkspaceId(new UUID(0, 1)));
  private static final Call B = Calls.in(new WorkspaceId(new UUID(0, 2)));

  private static final String TOO_LONG =
      "INSERT INTO note SELECT current_setting('parley.workspace')::uuid, 2, repeat('x', 100)";

  @BeforeAll
  static void makeTables() {
    var _ =
        Migrations.from(
                POSTGRES.vertx(),
                POSTGRES.owner(),
                POSTGRES.application().user(),
                "migrations/first")
            .up();
    var _ =
        SqlScript.run(
            POSTGRES.vertx(),
            POSTGRES.owner(),
            """
            CREATE SEQUENCE tries;
            GRANT USAGE ON tries TO PUBLIC;
            CREATE FUNCTION collide(times bigint) RETURNS bigint LANGUAGE plpgsql AS $$
            DECLARE try bigint := nextval('tries');
            BEGIN
              IF try <= times THEN RAISE EXCEPTION 'in the way' USING ERRCODE = '40001'; END IF;
              RETURN try;
            END $$;
            """);
  }

  @BeforeEach
  void startAfresh() {
    var _ =
        SqlScript.run(
            POSTGRES.vertx(),
            POSTGRES.administrator(),
            "TRUNCATE note; ALTER SEQUENCE tries RESTART");
  }

  private static Database database() {
    return POSTGRES.database();
  }

  private static Future<RowSet<Row>> insert(SqlConnection connection, Call call, int id) {
    return connection
        .preparedQuery("INSERT INTO note (workspace_id, id, text) VALUES ($1, $2, $3)")
        .execute(Tuple.of(call.workspace().value(), id, "note " + id));
  }

  private static Future<Integer> count(SqlConnection connection) {
    return connection
        .query("SELECT count(*)::int AS n FROM note")
        .execute()
        .map(rows -> rows.iterator().next().getInteger("n"));
  }

  private static int notes(Call call) {
    return Await.of(database().readInWorkspace(call, DatabaseIT::count));
  }

  @Test
  void rowsOfOneWorkspaceAreNotSeenInAnother() {
    Await.end(database().inWorkspace(A, c -> insert(c, A, 1)));
    Await.end(database().inWorkspace(B, c -> insert(c, B, 1)));
    Await.end(database().inWorkspace(B, c -> insert(c, B, 2)));

    assertEquals(1, notes(A));
    assertEquals(2, notes(B));
  }

  @Test
  void rowsOfAnotherWorkspaceCannotBeWritten() {
    var failure =
        Await.failure(
            DatabaseProblem.Faulty.class, database().inWorkspace(A, c -> insert(c, B, 1)));

    assertEquals("42501", failure.sqlState());
    assertEquals(0, notes(B));
  }

  @Test
  void withoutAWorkspaceTheQueryFailsOnANewConnectionAndOnAUsedOne() {
    var fresh = POSTGRES.open(PostgresFixture.config(1));
    try {
      var _ = Await.failure(DatabaseProblem.class, fresh.outside(A, DatabaseIT::count));
      Await.end(fresh.inWorkspace(A, DatabaseIT::count));
      var _ = Await.failure(DatabaseProblem.class, fresh.outside(A, DatabaseIT::count));
    } finally {
      Await.end(fresh.close());
    }
  }

  @Test
  void tablesWithoutWorkspaceAreUsedOutside() {
    var rows =
        Await.of(
            database()
                .outside(
                    A,
                    c ->
                        c.preparedQuery("INSERT INTO event (text) VALUES ($1) RETURNING text")
                            .execute(Tuple.of("started"))));

    assertEquals("started", rows.iterator().next().getString("text"));
  }

  @Test
  void theWorkspaceOfUpkeepIsAStar() {
    var scope =
        Await.of(
            database()
                .readInEveryWorkspace(
                    A, c -> c.query("SELECT current_setting('parley.workspace') AS it").execute()));

    assertEquals("*", scope.iterator().next().getString("it"));
  }

  @Test
  void whatFailsHalfWayLeavesNothing() {
    var failure =
        Await.failure(
            IllegalArgumentException.class,
            database()
                .inWorkspace(
                    A,
                    c ->
                        insert(c, A, 1)
                            .compose(
                                _ -> Future.failedFuture(new IllegalArgumentException("no")))));

    assertEquals("no", failure.getMessage());
    assertEquals(0, notes(A));
  }

  @Test
  void workThatThrowsIsAFailureAsWell() {
    var _ =
        Await.failure(
            IllegalStateException.class,
            database()
                .inWorkspace(
                    A,
                    _ -> {
                      throw new IllegalStateException("thrown");
                    }));

    assertEquals(0, database().numbers().inUse());
  }

  @Test
  void aFailureThatTheWorkPassesOverIsNoCommit() {
    var passedOver =
        database()
            .inWorkspace(
                A,
                c ->
                    insert(c, A, 1)
                        .compose(_ -> insert(c, A, 1))
                        .recover(_ -> Future.succeededFuture()));

    assertEquals("25P02", Await.failure(DatabaseProblem.Faulty.class, passedOver).sqlState());
    assertEquals(0, notes(A));
  }

  @Test
  void aBrokenRuleIsNamed() {
    Await.end(database().inWorkspace(A, c -> insert(c, A, 1)));

    var twice =
        Await.failure(
            DatabaseProblem.Conflict.class, database().inWorkspace(A, c -> insert(c, A, 1)));
    var tooLong =
        Await.failure(
            DatabaseProblem.Unacceptable.class,
            database().inWorkspace(A, c -> c.query(TOO_LONG).execute()));

    assertEquals("note_pkey", twice.constraint());
    assertEquals(409, twice.status());
    assertEquals("note_text_check", tooLong.constraint());
    assertEquals(400, tooLong.status());
  }

  @Test
  void aZeroByteInATextIsTheCallersFault() {
    var failure =
        Await.failure(
            DatabaseProblem.Unacceptable.class,
            database()
                .outside(
                    A, c -> c.preparedQuery("SELECT $1::text").execute(Tuple.of("zero \0 byte"))));

    assertEquals(400, failure.status());
  }

  @Test
  void readersCannotWrite() {
    var failure =
        Await.failure(
            DatabaseProblem.Faulty.class, database().readInWorkspace(A, c -> insert(c, A, 1)));

    assertEquals("25006", failure.sqlState());
  }

  @Test
  void aCollisionIsTriedAgain() {
    var attempts = new AtomicInteger();

    var row = Await.of(database().outside(A, c -> collide(c, attempts, 2))).iterator().next();

    assertEquals(3, attempts.get());
    assertEquals(3, row.getLong(0));
  }

  @Test
  void threeCollisionsAreEnough() {
    var attempts = new AtomicInteger();

    var failure =
        Await.failure(
            DatabaseProblem.Collided.class, database().outside(A, c -> collide(c, attempts, 9)));

    assertEquals(3, attempts.get());
    assertTrue(failure.retryable());
  }

  private static Future<RowSet<Row>> collide(SqlConnection c, AtomicInteger attempts, long times) {
    attempts.incrementAndGet();
    return c.preparedQuery("SELECT collide($1)").execute(Tuple.of(times));
  }

  @Test
  void plansOfTablesThatHaveChangedAreMadeAnew() {
    var one = POSTGRES.open(PostgresFixture.config(1));
    try {
      Await.end(one.inWorkspace(A, DatabaseIT::everything));
      var _ =
          SqlScript.run(
              POSTGRES.vertx(), POSTGRES.owner(), "ALTER TABLE note ADD COLUMN mood text");

      assertEquals(0, Await.of(one.inWorkspace(A, DatabaseIT::everything)).size());
    } finally {
      Await.end(one.close());
    }
  }

  private static Future<RowSet<Row>> everything(SqlConnection connection) {
    return connection.preparedQuery("SELECT * FROM note WHERE id > $1").execute(Tuple.of(0));
  }

  @Test
  void behindAPoolerNothingOutlivesATransaction() {
    var settings = POSTGRES.application().behindPooler();
    var pooled =
        Database.open(
            POSTGRES.vertx(), InstantSource.system(), settings, PostgresFixture.config(1));
    try {
      Await.end(pooled.inWorkspace(A, c -> insert(c, A, 1)));
      var row =
          Await.of(
                  pooled.readInWorkspace(
                      A,
                      c ->
                          c.query(
                                  """
                                  SELECT (SELECT count(*)::int FROM pg_prepared_statements) AS kept,
                                         current_setting('statement_timeout') AS limited,
                                         (SELECT reset_val FROM pg_settings
                                          WHERE name = 'statement_timeout') AS of_session
                                  """)
                              .execute()))
              .iterator()
              .next();

      assertEquals(0, row.getInteger("kept"));
      assertEquals("3s", row.getString("limited"));
      assertEquals("0", row.getString("of_session"));
    } finally {
      Await.end(pooled.close());
    }
  }

  @Test
  void tellsWhatServerItIs() {
    var facts = Await.of(database().facts(Duration.ofSeconds(5)));

    assertEquals("parley_app", facts.role());
    assertTrue(facts.major() >= 15);
    assertFalse(facts.seesEverything());
    assertFalse(facts.readOnly());
  }
}
