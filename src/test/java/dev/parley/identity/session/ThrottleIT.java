package dev.parley.identity.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.call.Call;
import dev.parley.identity.account.AccountProblem;
import dev.parley.testkit.Await;
import dev.parley.testkit.Calls;
import dev.parley.testkit.PostgresFixture;
import dev.parley.testkit.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class ThrottleIT {
  @RegisterExtension static final PostgresFixture POSTGRES = PostgresFixture.migrated();

  private static final int FREE = 5;
  private static final String ADDRESS = "192.0.2.9";

  private final TestClock clock = new TestClock();
  private final Throttle throttle = new Throttle(new ThrottleStore(POSTGRES.database()), clock);
  private final Call call = Calls.any();

  @Test
  void whoWasTurnedAwayForLackOfRoomHasTriedNothing() {
    for (var i = 0; i < FREE * 10; i++) {
      tryOnce("mina@example.org");
      Await.of(throttle.takeBack(call, "mina@example.org", ADDRESS));
    }

    for (var i = 0; i < FREE; i++) {
      tryOnce("mina@example.org");
    }
  }

  @Test
  void aWaitThatHasBegunIsNotTakenBack() {
    for (var i = 0; i < FREE + 2; i++) {
      clock.advance(Duration.ofSeconds(1));
      tryOnce("ada@example.org");
    }
    Await.of(throttle.takeBack(call, "ada@example.org", ADDRESS));

    var refused =
        Await.failure(
            AccountProblem.TooManyTries.class, throttle.tryAccount(call, "ada@example.org"));

    assertEquals(Duration.ofSeconds(2), refused.retryAfter().orElseThrow());
  }

  private void tryOnce(String email) {
    Await.of(throttle.tryAccount(call, email));
    Await.of(throttle.tryNetwork(call, ADDRESS));
  }
}
