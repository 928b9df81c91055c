package dev.parley.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;

final class PromQlTest {
  @Test
  void findsMetricsAmongFunctionsAndLabels() {
    assertEquals(
        Set.of("a_total", "b_bucket", "up"),
        PromQl.metrics(
            "histogram_quantile(0.95, sum by (le, x) (rate(b_bucket{y!~\"c|d(e)\"}[5m])))"
                + " / on (z) group_left (w) rate(a_total[5m]) > 2 and absent(up) or 1e9 < time()"));
  }

  @Test
  void aMetricWithBracesOrAWindowIsNoFunction() {
    assertEquals(
        Set.of("a", "b", "c"), PromQl.metrics("a{x=\"y\"} unless b[5m] offset 1m == bool (c)"));
  }
}
