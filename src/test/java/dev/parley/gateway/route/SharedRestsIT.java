package dev.parley.gateway.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.testkit.Await;
import dev.parley.testkit.RedisFixture;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What replicas tell each other of failing targets, on a real Redis.
final class SharedRestsIT {
  @RegisterExtension static final RedisFixture REDIS = new RedisFixture();

  private static final InstantSource CLOCK = InstantSource.system();
  private static final int REPLICAS = 3;

  private final String target = "t-" + UUID.randomUUID();

  @Test
  void whatOneLeavesAloneAllDo() {
    var failing = new Replica();
    var other = new Replica();
    failing.breaker().restFor(CLOCK.millis(), Duration.ofSeconds(30));
    assertTrue(other.breaker().passes(CLOCK.millis()));

    failing.exchange();
    other.exchange();

    assertFalse(other.breaker().passes(CLOCK.millis()));
    var left = other.breaker().waitMs(CLOCK.millis());
    assertTrue(left > 28_000 && left <= 38_000, () -> "rests for " + left);
  }

  @Test
  void aTargetThatNobodyLeavesAloneGoesOn() {
    var one = new Replica();
    var other = new Replica();

    assertTrue(one.breaker().passes(CLOCK.millis()));

    one.exchange();
    other.exchange();

    assertTrue(other.breaker().passes(CLOCK.millis()));
  }

  @Test
  void aProbeOnItsWayIsNotDisturbed() {
    var failing = new Replica();
    var probing = new Replica();
    probing.breaker().restFor(CLOCK.millis(), Duration.ZERO);
    assertTrue(probing.breaker().take(CLOCK.millis() + 1));
    failing.breaker().restFor(CLOCK.millis(), Duration.ofSeconds(30));

    failing.exchange();
    probing.exchange();
    probing.breaker().succeeded(CLOCK.millis());

    assertTrue(probing.breaker().passes(CLOCK.millis()));
  }

  /// An outage of a minute with three replicas that ask ten times a second, on a clock of its own.
  /// Each finds out for itself that the target fails; then one probes for all.
  @Test
  void inAnOutageReplicasProbeTogetherAsRarelyAsOne() {
    var clock = new long[] {CLOCK.millis()};
    var alone = attempts(clock, 1, false);
    var apart = attempts(clock, REPLICAS, false);
    var together = attempts(clock, REPLICAS, true);

    System.out.printf(
        "an outage of a minute: %d attempts alone, %d of three apart, %d of three together%n",
        alone, apart, together);
    assertTrue(alone <= 7, "alone " + alone);
    assertTrue(together <= alone + 3 * REPLICAS, "together " + together);
    assertTrue(together < apart, "apart " + apart);
  }

  private int attempts(long[] clock, int replicas, boolean shared) {
    var breakers = new Breaker[replicas];
    for (var i = 0; i < replicas; i++) {
      breakers[i] = new Breaker();
    }
    var attempts = 0;
    var end = clock[0] + 60_000;
    for (; clock[0] < end; clock[0] += 100) {
      for (var breaker : breakers) {
        if (breaker.take(clock[0])) {
          attempts++;
          breaker.failed(clock[0]);
        }
      }
      if (shared && clock[0] % 1_000 < 100) {
        var longest = 0L;
        for (var breaker : breakers) {
          longest = Math.max(longest, breaker.waitMs(clock[0]));
        }
        for (var breaker : breakers) {
          breaker.hear(clock[0], longest);
        }
      }
    }
    return attempts;
  }

  @Test
  void withoutRedisEachGoesOnAlone() {
    var replica = new Replica();
    replica.breaker().restFor(CLOCK.millis(), Duration.ofSeconds(30));
    var away = REDIS.open();
    Await.end(away.close());

    Await.end(new SharedRests(replica.all, away, CLOCK).exchange());
    assertEquals(Breaker.State.OPEN, replica.breaker().state(CLOCK.millis()));
  }

  /// One process, as far as targets are concerned.
  private final class Replica {
    private final Breakers all = new Breakers();
    private final SharedRests rests = new SharedRests(all, REDIS.server(), CLOCK);

    Breaker breaker() {
      return all.of(target);
    }

    void exchange() {
      Await.end(rests.exchange());
      Await.end(REDIS.server().ping()); // what was told has arrived
    }
  }
}
