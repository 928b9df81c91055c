package dev.parley.gateway.model;

import static dev.parley.gateway.model.ModelRig.inOrder;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.gateway.route.Route;
import dev.parley.testkit.Await;
import dev.parley.testkit.Calls;
import dev.parley.testkit.FakeProvider;
import dev.parley.testkit.Heard;
import dev.parley.testkit.PostgresFixture;
import dev.parley.testkit.Script;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Many calls at once: how often a target in trouble is asked, and which of two that are not.
final class TrafficIT {
  @RegisterExtension static final PostgresFixture POSTGRES = PostgresFixture.migrated();

  private static final int AT_ONCE = 16;

  private static ModelRig rig;

  @BeforeAll
  static void open() {
    ModelRig.makeWorkspace(POSTGRES);
    rig = new ModelRig(POSTGRES);
  }

  @AfterAll
  static void close() {
    rig.close();
  }

  @BeforeEach
  void emptyTheLedger() {
    rig.emptyTheLedger();
  }

  @Test
  void retriesStayBelowATenthOfTheTraffic() {
    var asked = new AtomicInteger();
    var every = 4;
    try (var failing =
        FakeProvider.start(
            POSTGRES.vertx(),
            0,
            () -> asked.incrementAndGet() % every == 0 ? Script.refusal(503, "{}") : answer())) {
      askMany(inOrder(rig.target("first", failing.baseUrl(), "a")), 400);

      var rows = rig.rows();
      var retries = rows.stream().filter(row -> row.startsWith("first 2 ")).count();
      var firsts = rows.stream().filter(row -> row.startsWith("first 1 ")).count();
      assertEquals(retries + firsts, asked.get());
      assertTrue(firsts > 300, () -> firsts + " calls");
      assertTrue(retries > 10 && retries <= firsts / 10 + 3, () -> retries + " of " + firsts);
      System.out.println(
          "every fourth answer a 503: " + firsts + " calls, " + retries + " retries");
    }
  }

  /// A retry that waits for its time is not made when the breaker has opened meanwhile.
  @Test
  void threeAttemptsInARowOpenTheBreakerAndNoRetryFollows() {
    try (var down = FakeProvider.start(POSTGRES.vertx(), 0, () -> Script.refusal(503, "{}"));
        var spare = FakeProvider.start(POSTGRES.vertx(), 0, TrafficIT::answer)) {
      var route =
          inOrder(
              rig.target("first", down.baseUrl(), "a"), rig.target("second", spare.baseUrl(), "b"));
      var models = rig.models(route);
      var all = new ArrayList<Heard>();
      for (var i = 0; i < 3; i++) {
        var before = down.exchanges().size();
        all.add(
            Heard.of(
                Heard.newLoop(POSTGRES.vertx()),
                events -> models.open(Calls.any(), ModelRig.question("hi"), events)));
        Await.until("asked", () -> down.exchanges().size() > before);
      }

      for (var heard : all) {
        assertEquals("t0 t1 ", endOf(heard));
      }
      for (var i = 0; i < 20; i++) {
        var _ = rig.ask(route);
      }

      assertEquals(3, down.exchanges().size());
      assertEquals(23, spare.exchanges().size());
    }
  }

  private static String endOf(Heard heard) {
    var _ = heard.end();
    return heard.text();
  }

  @Test
  void ofTwoTargetsTheFasterOneIsAskedMore() {
    try (var slow = FakeProvider.start(POSTGRES.vertx(), 0, () -> slow(Duration.ofMillis(150)));
        var fast = FakeProvider.start(POSTGRES.vertx(), 0, TrafficIT::answer)) {
      askMany(
          ModelRig.sideBySide(
              rig.target("slow", slow.baseUrl(), "a"), rig.target("fast", fast.baseUrl(), "b")),
          200);

      var ofFast = fast.exchanges().size();
      System.out.println("of 200 calls " + ofFast + " went to the faster target");
      assertTrue(ofFast > 120, () -> ofFast + " of 200");
    }
  }

  private static void askMany(Route route, int calls) {
    var models = rig.models(route);
    var free = new Semaphore(AT_ONCE);
    var ended = new AtomicInteger();
    for (var i = 0; i < calls; i++) {
      free.acquireUninterruptibly();
      var _ =
          Thread.ofVirtual()
              .start(() -> {
                try {
                  var _ =
                      Heard.of(
                              Heard.newLoop(POSTGRES.vertx()),
                              events -> models.open(Calls.any(), ModelRig.question("hi"), events))
                          .end();
                } finally {
                  ended.incrementAndGet();
                  free.release();
                }
              });
    }
    Await.until("all have ended", () -> ended.get() == calls);
  }

  private static Script slow(Duration pause) {
    return Script.stream().pause(pause).role().tokens(2, Duration.ZERO).finish("stop").done();
  }

  private static Script answer() {
    return Script.stream().role().tokens(2, Duration.ZERO).finish("stop").usage(5, 2).done();
  }
}
