package dev.parley.metering.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.platform.redis.RedisServer;
import dev.parley.platform.time.FineClock;
import dev.parley.platform.time.Stopwatch;
import dev.parley.testkit.Await;
import dev.parley.testkit.RedisFixture;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What both limiters promise, and what the shared one promises besides.
final class LimiterIT {
  @RegisterExtension static final RedisFixture REDIS = new RedisFixture();

  private static final InstantSource CLOCK = FineClock.system();
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final int REPLICAS = 3;

  static Stream<Limiter> both() {
    return Stream.of(new LocalLimiter(CLOCK), shared(REDIS.server()));
  }

  private final String subject = "key:" + UUID.randomUUID();

  @ParameterizedTest
  @MethodSource("both")
  void letsAsManyPassAsTheLimitSays(Limiter limiter) {
    for (var left = 29; left >= 0; left--) {
      var verdict = Await.of(limiter.take(subject, 30, DAY));
      assertTrue(verdict.allowed());
      assertEquals(left, verdict.remaining());
    }

    var refused = Await.of(limiter.take(subject, 30, DAY));

    assertFalse(refused.allowed());
    assertEquals(30, refused.limit());
    assertEquals(0, refused.remaining());
    assertTrue(refused.resetAfter().isPositive());
    assertTrue(refused.resetAfter().compareTo(DAY.plus(DAY.dividedBy(30))) <= 0);
    assertTrue(Await.of(limiter.take(subject + "other", 30, DAY)).allowed());
  }

  @ParameterizedTest
  @MethodSource("both")
  void countsRequestsThatComeAtOnce(Limiter limiter) {
    var verdicts = IntStream.range(0, 500).mapToObj(_ -> limiter.take(subject, 37, DAY)).toList();

    assertEquals(37, allowed(verdicts));
  }

  @ParameterizedTest
  @MethodSource("both")
  void whoeverWaitsAsToldPasses(Limiter limiter) throws InterruptedException {
    for (var round = 0; round < 5; round++) {
      var verdict = Await.of(limiter.take(subject, 7, SECOND));
      while (verdict.allowed()) {
        verdict = Await.of(limiter.take(subject, 7, SECOND));
      }
      Thread.sleep(verdict.resetAfter().plusMillis(2));

      assertTrue(Await.of(limiter.take(subject, 7, SECOND)).allowed());
    }
  }

  @ParameterizedTest
  @MethodSource("both")
  void aFloodGetsNoMoreThanTheRate(Limiter limiter) throws InterruptedException {
    var watch = Stopwatch.start();
    var passed = new ArrayList<Long>();
    while (watch.elapsed().compareTo(SECOND.multipliedBy(4)) < 0) {
      if (Await.of(limiter.take(subject, 50, SECOND)).allowed()) {
        passed.add(watch.elapsed().toNanos());
      }
      Thread.sleep(Duration.ofNanos(200_000));
    }

    assertTrue(passed.size() <= 50 * 6, passed.size() + " passed");
    assertTrue(passed.size() >= 50 * 3, passed.size() + " passed");
    for (var from : passed) {
      var within = passed.stream().filter(at -> at >= from && at < from + 1_000_000_000L).count();
      assertTrue(within < 100, within + " within a second");
    }
  }

  @Test
  void replicasNeverLetMorePassInSumThanTheLimit() {
    var servers = IntStream.range(0, REPLICAS).mapToObj(_ -> REDIS.open()).toList();
    var replicas = servers.stream().map(LimiterIT::shared).toList();
    var verdicts = new ArrayList<Future<Verdict>>();
    for (var i = 0; i < 900; i++) {
      verdicts.add(replicas.get(i % REPLICAS).take(subject, 200, DAY));
    }

    assertEquals(200, allowed(verdicts));
    servers.forEach(server -> Await.of(server.close()));
  }

  @Test
  void withoutRedisEachReplicaHasItsShareAndNobodyWaitsLong() throws InterruptedException {
    Assumptions.assumeTrue(REDIS.isOurs(), "a foreign Redis is not stopped");
    var server = REDIS.open();
    var limiter = shared(server);
    assertTrue(Await.of(limiter.take(subject, 1, DAY)).allowed());

    REDIS.signal("STOP");
    var watch = Stopwatch.start();
    var verdicts = IntStream.range(0, 100).mapToObj(_ -> limiter.take(subject + "x", 30, DAY));
    var passed = allowed(verdicts.toList());
    for (var i = 0; i < 1_000; i++) {
      var _ = Await.of(limiter.take(subject + i, 30, DAY));
    }
    var millis = watch.millis();
    REDIS.signal("CONT");

    assertEquals(30 / REPLICAS, passed);
    assertTrue(millis < 1_500, "took " + millis + " ms");
    Await.until("Redis is asked again", () -> Await.of(server.ping()));
    assertFalse(Await.of(limiter.take(subject, 1, DAY)).allowed());
    Await.of(server.close());
  }

  @Test
  void aFloodOfSubjectsDoesNotFillTheMemory() {
    var limiter = new LocalLimiter(CLOCK);

    for (var i = 0; i < 3 * Subjects.MOST; i++) {
      var _ = limiter.take("address:" + i, 1, DAY);
    }

    assertTrue(limiter.subjects() <= Subjects.MOST, limiter.subjects() + " subjects");
  }

  private static Limiter shared(RedisServer server) {
    return new SharedLimiter(new QuotaStore(server), new LocalLimiter(CLOCK), REPLICAS, CLOCK);
  }

  private static long allowed(List<Future<Verdict>> verdicts) {
    var _ = Await.of(Future.join(verdicts));
    return verdicts.stream().filter(verdict -> verdict.result().allowed()).count();
  }
}
