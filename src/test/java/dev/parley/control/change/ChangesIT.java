package dev.parley.control.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.platform.postgres.DatabaseProblem;
import dev.parley.platform.time.Stopwatch;
import dev.parley.testkit.Await;
import dev.parley.testkit.Calls;
import dev.parley.testkit.PostgresFixture;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class ChangesIT {
  @RegisterExtension static final PostgresFixture POSTGRES = PostgresFixture.migrated();

  private final Change one = Change.of(POSTGRES.database(), InstantSource.system());
  private final Change other = Change.of(POSTGRES.database(), InstantSource.system());
  private final String topic = UUID.randomUUID().toString();
  private final AtomicInteger told = new AtomicInteger();

  @BeforeEach
  void start() {
    Await.end(other.part().start(POSTGRES.vertx()));
  }

  @AfterEach
  void stop() {
    Await.end(other.part().stop(POSTGRES.vertx()));
  }

  @Test
  void everyReplicaHearsWithinASecond() {
    other.changes().on(topic, told::incrementAndGet);
    touch(topic);

    var watch = Stopwatch.start();
    Await.until("it is told", () -> told.get() == 1);
    assertTrue(watch.millis() < 1_000, () -> watch.millis() + " ms");
    touch(topic + "x");
    Await.of(other.changes().look());
    assertEquals(1, told.get());
    touch(topic);
    Await.of(other.changes().look());
    assertEquals(2, told.get());
  }

  @Test
  void nobodyHearsOfWhatWasRolledBack() {
    other.changes().on(topic, told::incrementAndGet);
    var broken =
        POSTGRES
            .database()
            .outside(
                Calls.any(),
                connection ->
                    one.store()
                        .touch(connection, topic)
                        .compose(_ -> connection.query("SELECT 1/0").execute()));
    var _ = Await.failure(DatabaseProblem.class, broken);

    Await.of(other.changes().look());

    assertEquals(0, told.get());
  }

  @Test
  void whatCouldNotBeReadIsReadAgain() {
    other
        .changes()
        .keep(
            topic,
            () ->
                told.incrementAndGet() < 3
                    ? Future.failedFuture(new IllegalStateException("not yet"))
                    : Future.succeededFuture());
    touch(topic);

    Await.until("it was read", () -> told.get() == 3);
    Await.of(other.changes().look());

    assertEquals(3, told.get());
  }

  private void touch(String what) {
    Await.of(
        POSTGRES
            .database()
            .outside(Calls.any(), connection -> one.store().touch(connection, what)));
  }
}
