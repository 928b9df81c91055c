package dev.parley.identity.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.call.Call;
import dev.parley.testkit.Await;
import dev.parley.testkit.Calls;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class KeptTest {
  private final Call call = Calls.any();
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private int asked;
  private boolean down;
  private final Kept<Integer> kept = new Kept<>(_ -> ask(), () -> now);

  @Test
  void isAskedForOnceAnHour() {
    assertEquals(1, Await.of(kept.get(call)));
    pass(Duration.ofMinutes(59));
    assertEquals(1, Await.of(kept.get(call)));

    pass(Duration.ofMinutes(1));

    assertEquals(2, Await.of(kept.get(call)));
  }

  @Test
  void theLastGoodValueServesOnWhileTheSourceIsDown() {
    assertEquals(1, Await.of(kept.get(call)));
    down = true;
    pass(Duration.ofHours(2));

    assertEquals(1, Await.of(kept.get(call)));
    assertEquals(1, Await.of(kept.get(call)));
    assertEquals(2, asked, "once, not at each call");

    pass(Duration.ofMinutes(1));
    down = false;
    assertEquals(3, Await.of(kept.get(call)));
  }

  @Test
  void withoutAValueTheFailureIsTold() {
    down = true;

    assertThrows(OidcProblem.Unreachable.class, () -> Await.of(kept.get(call)));
  }

  @Test
  void isRenewedAtMostOnceAMinute() {
    assertEquals(1, Await.of(kept.get(call)));

    assertEquals(2, Await.of(kept.renew(call)));
    assertEquals(2, Await.of(kept.renew(call)));
    pass(Duration.ofMinutes(1));
    assertEquals(3, Await.of(kept.renew(call)));
  }

  private Future<Integer> ask() {
    asked++;
    return down
        ? Future.failedFuture(new OidcProblem.Unreachable())
        : Future.succeededFuture(asked);
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }
}
