package dev.parley.platform.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import org.junit.jupiter.api.Test;

final class OverloadedTest {
  @Test
  void whoIsSentAwayComesBackAtATimeOfTheirOwn() {
    var waits = new HashSet<Long>();
    for (var i = 0; i < 1_000; i++) {
      var problem = new HttpProblem.Overloaded();
      var millis = problem.retryAfter().orElseThrow().toMillis();
      assertTrue(millis >= 1_000 && millis <= 3_000, () -> millis + " ms");
      assertEquals(millis, problem.retryAfter().orElseThrow().toMillis());
      waits.add(millis);
    }

    assertTrue(waits.size() > 100, waits::toString);
  }
}
