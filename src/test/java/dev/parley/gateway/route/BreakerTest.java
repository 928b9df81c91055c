package dev.parley.gateway.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// When a target is left alone, on a clock of the test's own.
final class BreakerTest {
  private static final long NOW = 1_000_000;
  private static final long AFTER_THE_REST = NOW + 6_000;

  private final Breaker breaker = new Breaker();

  @Test
  void opensAfterThreeFailuresInARow() {
    fail(2);
    assertTrue(breaker.passes(NOW));

    fail(1);

    assertFalse(breaker.take(NOW));
    assertEquals(Breaker.State.OPEN, breaker.state(NOW));
  }

  @Test
  void opensWhenHalfOfTenFail() {
    for (var i = 0; i < 10; i++) {
      assertTrue(breaker.take(NOW), "at " + i);
      if (i % 2 == 0) {
        breaker.succeeded(NOW);
      } else {
        breaker.failed(NOW);
      }
    }

    assertFalse(breaker.passes(NOW));
  }

  @Test
  void staysClosedWhenFewFail() {
    for (var i = 0; i < 1_000; i++) {
      assertTrue(breaker.take(NOW), "at " + i);
      if (i % 3 == 0) {
        breaker.failed(NOW);
      } else {
        breaker.succeeded(NOW);
      }
    }

    assertEquals(Breaker.State.CLOSED, breaker.state(NOW));
  }

  @Test
  void afterTheRestOneOfAHundredPasses() {
    fail(3);
    assertEquals(Breaker.State.HALF_OPEN, breaker.state(AFTER_THE_REST));

    var passed = 0;
    for (var i = 0; i < 100; i++) {
      passed += breaker.take(AFTER_THE_REST) ? 1 : 0;
    }

    assertEquals(1, passed);
  }

  @Test
  void aProbeThatFailsDoublesTheRest() {
    fail(3);
    assertTrue(breaker.take(AFTER_THE_REST));

    breaker.failed(AFTER_THE_REST);

    assertTrue(breaker.waitMs(AFTER_THE_REST) >= 10_000);
    assertFalse(breaker.passes(AFTER_THE_REST + 9_999));
    assertTrue(breaker.passes(AFTER_THE_REST + 11_001));
  }

  @Test
  void aProbeThatSucceedsLetsEverythingPass() {
    fail(3);
    assertTrue(breaker.take(AFTER_THE_REST));

    breaker.succeeded(AFTER_THE_REST);

    assertEquals(Breaker.State.CLOSED, breaker.state(AFTER_THE_REST));
    assertTrue(breaker.take(AFTER_THE_REST));
    assertTrue(breaker.take(AFTER_THE_REST));
  }

  @Test
  void aProbeThatSaysNothingLeavesItsPlaceToAnother() {
    fail(3);
    assertTrue(breaker.take(AFTER_THE_REST));

    breaker.released();

    assertTrue(breaker.take(AFTER_THE_REST));
    assertFalse(breaker.take(AFTER_THE_REST));
  }

  @Test
  void aPassDoesNotHoldWhenOthersHaveOpenedTheBreaker() {
    assertTrue(breaker.take(NOW));
    assertTrue(breaker.holds());

    fail(3);

    assertFalse(breaker.holds());
  }

  @Test
  void aPassOfAProbeHolds() {
    fail(3);

    assertTrue(breaker.take(AFTER_THE_REST));

    assertTrue(breaker.holds());
  }

  @Test
  void restsAsLongAsTheTargetAsksFor() {
    breaker.restFor(NOW, Duration.ofSeconds(30));

    assertFalse(breaker.passes(NOW + 29_999));
    assertTrue(breaker.passes(NOW + 33_001));
  }

  private void fail(int times) {
    for (var i = 0; i < times; i++) {
      breaker.failed(NOW);
    }
  }
}
