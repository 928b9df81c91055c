package dev.parley.cli.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.cli.process.CliProblem.Refused;
import dev.parley.cli.process.CliProblem.Unreachable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// How long a request is tried again.
final class PatienceTest {
  private final Patience.Waits waits =
      new Patience(Duration.ofSeconds(100), Duration.ofSeconds(4)).begin();

  @Test
  void waitsAsLongAsTheServerAsks() {
    assertEquals(Duration.ofSeconds(7), waits.after(busy(Duration.ofSeconds(7))));
  }

  @Test
  void waitsLongerEachTimeWhenTheServerDoesNotSay() {
    var seconds = new ArrayList<Double>();
    for (var i = 0; i < 8; i++) {
      seconds.add(waits.after(busy(null)).toMillis() / 1000.0);
    }

    assertEquals(List.of(0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 20.0, 20.0), seconds);
  }

  @Test
  void stopsWhenItHasWaitedLongEnough() {
    assertEquals(Duration.ofSeconds(60), waits.after(busy(Duration.ofSeconds(60))));
    var refused = busy(Duration.ofSeconds(60));

    assertSame(refused, assertThrows(Refused.class, () -> waits.after(refused)));
  }

  @Test
  void doesNotTryAgainWhatWillNotBeTaken() {
    var refused = new Refused(415, "no", Duration.ofSeconds(1));

    assertSame(refused, assertThrows(Refused.class, () -> waits.after(refused)));
  }

  @Test
  void countsAServerThatIsGoneByItself() {
    var gone = new Unreachable("gone", null);

    assertEquals(Duration.ofMillis(500), waits.after(gone));
    assertEquals(Duration.ofSeconds(1), waits.after(gone));
    assertEquals(Duration.ofSeconds(2), waits.after(gone));
    assertSame(gone, assertThrows(Unreachable.class, () -> waits.after(gone)));
    assertEquals(Duration.ofSeconds(90), waits.after(busy(Duration.ofSeconds(90))));
  }

  private static Refused busy(@Nullable Duration retryAfter) {
    return new Refused(503, "busy", retryAfter);
  }
}
