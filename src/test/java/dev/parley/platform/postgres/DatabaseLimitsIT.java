package dev.parley.platform.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.call.Call;
import dev.parley.call.WorkspaceId;
import dev.parley.testkit.Await;
import dev.parley.testkit.Calls;
import dev.parley.testkit.PostgresFixture;
import dev.parley.testkit.SqlScript;
import io.vertx.core.Future;
import io.vertx.core.net.NetServer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Nothing waits for ever: slow statements, frozen and silent servers, full pools.
final class DatabaseLimitsIT {
  @RegisterExtension static final PostgresFixture POSTGRES = PostgresFixture.empty();

  private static final WorkspaceId WORKSPACE = new WorkspaceId(new UUID(0, 1));
  private static final Call CALL = Calls.in(WORKSPACE);
  private static final Duration STATEMENT = Duration.ofMillis(800);
  private static final Duration CLIENT = Duration.ofMillis(1200);

  @BeforeAll
  static void makeTables() {
    var _ =
        SqlScript.run(
            POSTGRES.vertx(),
            POSTGRES.owner(),
            """
            CREATE TABLE slow (id int);
            GRANT ALL ON slow TO parley_app;
            CREATE FUNCTION dawdle() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN PERFORM pg_sleep(10); RETURN NULL; END $$;
            CREATE CONSTRAINT TRIGGER at_commit AFTER INSERT ON slow
              DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION dawdle();
            """);
  }

  private static Database open(int pool) {
    return POSTGRES.open(PostgresFixture.config(pool, STATEMENT, CLIENT));
  }

  private static Future<RowSet<Row>> sleep(SqlConnection connection, double seconds) {
    return connection.query("SELECT pg_sleep(" + seconds + ")").execute();
  }

  private static int backend(Database database) {
    return Await.of(
            database.readOutside(CALL, c -> c.query("SELECT pg_backend_pid() AS pid").execute()))
        .iterator()
        .next()
        .getInteger("pid");
  }

  private static void assertWorks(Database database) {
    assertTrue(backend(database) > 0);
    Await.until("nothing is in use", () -> database.numbers().inUse() == 0);
    assertEquals(0, database.numbers().waiting());
  }

  @Test
  void aSlowStatementIsEndedByTheServerAndItsConnectionServesOn() {
    var database = open(1);
    try {
      var before = backend(database);

      var _ =
          Await.failure(DatabaseProblem.TimedOut.class, database.outside(CALL, c -> sleep(c, 10)));

      assertEquals(before, backend(database));
    } finally {
      Await.end(database.close());
    }
  }

  @Test
  void longWorkMayTakeLonger() {
    var database = open(1);
    try {
      var patient = database.forLongWork(Duration.ofSeconds(20));

      assertEquals(1, Await.of(patient.outside(CALL, c -> sleep(c, 1.5))).size());
      var _ =
          Await.failure(DatabaseProblem.TimedOut.class, database.outside(CALL, c -> sleep(c, 10)));
    } finally {
      Await.end(database.close());
    }
  }

  @Test
  void theDeadlineOfTheCallEndsAStatementEarlier() {
    var database = POSTGRES.open(PostgresFixture.config(1));
    try {
      var hurried = Calls.in(WORKSPACE, Duration.ofMillis(300));

      var _ =
          Await.failure(
              DatabaseProblem.TimedOut.class, database.outside(hurried, c -> sleep(c, 2.5)));

      assertWorks(database);
    } finally {
      Await.end(database.close());
    }
  }

  @Test
  void aCallThatIsOverDoesNotEvenAsk() {
    var over = Calls.in(WORKSPACE, Duration.ZERO);
    var asked = new AtomicInteger();

    var _ =
        Await.failure(
            DatabaseProblem.TimedOut.class,
            POSTGRES
                .database()
                .outside(
                    over,
                    c -> {
                      asked.incrementAndGet();
                      return sleep(c, 0);
                    }));

    assertEquals(0, asked.get());
  }

  @Test
  void aCommitThatIsNotConfirmedIsCalledUnknown() {
    var database = POSTGRES.open(PostgresFixture.config(1));
    try {
      var hurried = Calls.in(WORKSPACE, Duration.ofMillis(500));

      var _ =
          Await.failure(
              DatabaseProblem.OutcomeUnknown.class,
              database.outside(hurried, c -> c.query("INSERT INTO slow VALUES (1)").execute()));

      assertWorks(database);
    } finally {
      Await.end(database.close());
    }
  }

  @Test
  void aConnectionThatTheServerEndsIsReplaced() {
    var database = open(1);
    try {
      var before = backend(database);
      var _ =
          Await.failure(
              DatabaseProblem.Unavailable.class,
              database.outside(
                  CALL, c -> c.query("SELECT pg_terminate_backend(pg_backend_pid())").execute()));

      Await.until("another connection serves", () -> backend(database) != before);
    } finally {
      Await.end(database.close());
    }
  }

  @Test
  void aFrozenServerCostsTheClientTimerAndThePoolRecovers() throws Exception {
    var database = open(2);
    try {
      warmUp(database, 2);
      var frozen = freeze(database);
      try {
        var failures = new ArrayList<Future<RowSet<Row>>>();
        for (var i = 0; i < 6; i++) {
          failures.add(database.inWorkspace(CALL, c -> sleep(c, 0)));
        }
        for (var failure : failures) {
          var _ = Await.failure(DatabaseProblem.class, failure);
        }
        assertFalse(Await.of(database.ping(Duration.ofMillis(300))));
      } finally {
        signal("CONT", frozen);
      }

      Await.until("the pool works again", () -> Await.of(database.ping(Duration.ofSeconds(1))));
      assertWorks(database);
      warmUp(database, 2);
      assertTrue(database.numbers().open() <= 2);
    } finally {
      Await.end(database.close());
    }
  }

  /// Freezes the server's first process and the connections of this pool.
  private static List<Long> freeze(Database database) throws Exception {
    var pids = new ArrayList<Long>();
    for (var row :
        SqlScript.run(
            POSTGRES.vertx(),
            POSTGRES.administrator(),
            "SELECT pid FROM pg_stat_activity WHERE usename = 'parley_app'")) {
      pids.add(row.getLong("pid"));
    }
    var first = ProcessHandle.of(pids.getFirst()).orElseThrow().parent().orElseThrow();
    pids.add(first.pid());
    signal("STOP", pids);
    assertEquals(0, database.numbers().inUse());
    return pids;
  }

  private static void signal(String name, List<Long> pids) throws Exception {
    for (var pid : pids) {
      EmbeddedFolders.signal(name, pid);
    }
  }

  private static void warmUp(Database database, int connections) {
    var together = new ArrayList<Future<?>>();
    for (var i = 0; i < connections; i++) {
      together.add(database.outside(CALL, c -> sleep(c, 0.1)));
    }
    assertTrue(Await.of(Future.all(together)).succeeded());
  }

  @Test
  void aServerThatNeverGreetsIsGivenUp() {
    var open = new AtomicInteger();
    var silent = silentServer(open);
    var place =
        ConnectSettings.local(
            silent.actualPort(), "parley", "parley", POSTGRES.application().password());
    var database =
        Database.open(
            POSTGRES.vertx(),
            InstantSource.system(),
            place,
            PostgresFixture.config(1, STATEMENT, CLIENT));
    try {
      var failure = Await.failure(DatabaseProblem.class, database.outside(CALL, c -> sleep(c, 0)));

      assertEquals(503, failure.status());
      Await.until("the line is closed", () -> open.get() == 0);
      assertEquals(0, database.numbers().inUse());
    } finally {
      Await.end(database.close());
      Await.end(silent.close());
    }
  }

  private static NetServer silentServer(AtomicInteger open) {
    return Await.of(
        POSTGRES
            .vertx()
            .createNetServer()
            .connectHandler(socket -> {
              open.incrementAndGet();
              socket.closeHandler(_ -> open.decrementAndGet());
            })
            .listen(0, "127.0.0.1"));
  }

  @Test
  void anIdleConnectionOutlivesTheLimitOfTheGreeting() {
    var database = open(1);
    try {
      var before = backend(database);
      Await.end(POSTGRES.vertx().timer(2 * CLIENT.toMillis(), TimeUnit.MILLISECONDS));

      assertEquals(before, backend(database));
    } finally {
      Await.end(database.close());
    }
  }

  @Test
  void nobodyListeningIsToldAtOnce() {
    var place = ConnectSettings.local(1, "parley", "parley", POSTGRES.application().password());
    var database =
        Database.open(POSTGRES.vertx(), InstantSource.system(), place, PostgresFixture.config(1));
    try {
      var _ =
          Await.failure(
              DatabaseProblem.Unavailable.class, database.outside(CALL, c -> sleep(c, 0)));
      assertFalse(Await.of(database.ping(Duration.ofSeconds(1))));
    } finally {
      Await.end(database.close());
    }
  }

  @Test
  void moreCallersThanTheQueueHoldsAreTurnedAway() {
    var database = open(1);
    try {
      warmUp(database, 1);
      var running = database.outside(CALL, c -> sleep(c, 0.5));
      var waiting = new ArrayList<Future<RowSet<Row>>>();
      for (var i = 0; i < 4; i++) {
        waiting.add(database.outside(CALL, c -> sleep(c, 0)));
      }

      var _ =
          Await.failure(DatabaseProblem.Overloaded.class, database.outside(CALL, c -> sleep(c, 0)));
      assertTrue(Await.of(database.ping(Duration.ofSeconds(5))));

      assertEquals(1, Await.of(running).size());
      assertTrue(Await.of(Future.all(waiting)).succeeded());
      assertWorks(database);
    } finally {
      Await.end(database.close());
    }
  }

  @Test
  void whoeverGaveUpWaitingDoesNotKeepTheConnectionThatComesLate() {
    var database = open(1);
    try {
      warmUp(database, 1);
      var running = database.outside(CALL, c -> sleep(c, 0.6));
      var hurried = Calls.in(WORKSPACE, Duration.ofMillis(150));

      var failure =
          Await.failure(DatabaseProblem.class, database.outside(hurried, c -> sleep(c, 0)));

      assertInstanceOf(DatabaseProblem.TimedOut.class, failure);
      assertEquals(1, Await.of(running).size());
      assertWorks(database);
    } finally {
      Await.end(database.close());
    }
  }

  @Test
  void aPoolThatIsClosedByWhoeverWaitedInVainEnds() {
    var open = new AtomicInteger();
    var silent = silentServer(open);
    var place =
        ConnectSettings.local(
            silent.actualPort(), "parley", "parley", POSTGRES.application().password());
    var config = PostgresFixture.config(1, STATEMENT, Duration.ofSeconds(4));
    var database = Database.open(POSTGRES.vertx(), InstantSource.system(), place, config);
    try {
      var attempt = database.outside(CALL, c -> sleep(c, 0)).eventually(() -> database.close());

      var _ = Await.failure(DatabaseProblem.Unavailable.class, attempt);
    } finally {
      Await.end(silent.close());
    }
  }
}
