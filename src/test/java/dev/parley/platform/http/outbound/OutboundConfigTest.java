package dev.parley.platform.http.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.platform.config.ByteSize;
import dev.parley.platform.config.ConfigFault;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which limits make sense.
final class OutboundConfigTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 65_536})
  void refusesPortsThatAreNone(int port) {
    var fault =
        assertThrows(ConfigFault.class, () -> config(List.of(80, port), SECOND, "5MiB", 5, 16, 64));

    assertTrue(fault.getMessage().startsWith("extra-ports "), fault.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1S", "PT0.0001S", "PT10M0.001S"})
  void refusesWaitsThatEndAtOnceOrNever(String wait) {
    var fault =
        assertThrows(
            ConfigFault.class, () -> config(List.of(), Duration.parse(wait), "5MiB", 5, 16, 64));

    assertTrue(fault.getMessage().startsWith("lookup-timeout "), fault.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "0B, 5, 16, 64, max-bytes",
    "257MiB, 5, 16, 64, max-bytes",
    "5MiB, -1, 16, 64, max-redirects",
    "5MiB, 21, 16, 64, max-redirects",
    "5MiB, 5, 0, 64, parallel",
    "5MiB, 5, 1001, 64, parallel",
    "5MiB, 5, 16, -1, waiting",
    "5MiB, 5, 16, 1001, waiting"
  })
  void refusesLimitsThatAreNone(
      String bytes, int redirects, int parallel, int waiting, String key) {
    var fault =
        assertThrows(
            ConfigFault.class,
            () -> config(List.of(), SECOND, bytes, redirects, parallel, waiting));

    assertTrue(fault.getMessage().startsWith(key + " "), fault.getMessage());
  }

  @Test
  void takesTheOutermostLimits() {
    var longest = Duration.ofMinutes(10);

    assertEquals(
        longest, config(List.of(1, 65_535), longest, "256MiB", 20, 1_000, 1_000).lookupTimeout());
    assertEquals(0, config(List.of(), Duration.ofMillis(1), "1B", 0, 1, 0).waiting());
  }

  private static OutboundConfig config(
      List<Integer> ports,
      Duration lookup,
      String bytes,
      int redirects,
      int parallel,
      int waiting) {
    return new OutboundConfig(
        List.of(),
        ports,
        lookup,
        SECOND,
        SECOND,
        SECOND,
        ByteSize.parse(bytes),
        redirects,
        parallel,
        waiting);
  }
}
