package dev.parley.cli.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.cli.ingest.Board.Progress;
import dev.parley.cli.ingest.Sources.Fault;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Progress in words.
final class ProgressLineTest {
  @Test
  void beginsWithoutAnyRate() {
    assertEquals(
        "0 sent, 0 read, 0 embedded of 8",
        ProgressLine.plain(progress(8, 0, 0, 0, 0, 0), Duration.ofSeconds(9)));
  }

  @Test
  void tellsRateAndTimeLeft() {
    assertEquals(
        "8 sent, 6 read, 4 embedded of 8 · 0.4 pages/s · 0:10 left",
        ProgressLine.plain(progress(8, 8, 6, 4, 0, 0), Duration.ofSeconds(10)));
  }

  @Test
  void doesNotTakeWhatWasThereAlreadyForSpeed() {
    assertEquals(
        "104 sent, 104 read, 102 embedded of 104 · 0.2 pages/s · 0:10 left",
        ProgressLine.plain(progress(104, 104, 104, 102, 0, 100), Duration.ofSeconds(10)));
  }

  @Test
  void countsHalfEmbeddedPagesHalf() {
    assertEquals(
        "[########--------]  50%  2 sent, 2 read, 0 embedded of 2 · 0.1 pages/s · 0:10 left",
        ProgressLine.live(progress(2, 2, 2, 0, 1.0, 0), Duration.ofSeconds(10)));
  }

  @Test
  void countsFailures() {
    var now = new Progress(2, 2, 2, 2, 0, 0, 1, 0, 3, List.of(new Fault("a.md", "cannot be read")));

    assertEquals(
        "2 sent, 2 read, 2 embedded of 2, 1 failed · 0.5 pages/s",
        ProgressLine.plain(now, Duration.ofSeconds(4)));
  }

  @ParameterizedTest
  @CsvSource({"0, 0:00", "7, 0:07", "760, 12:40", "3723, 1:02:03"})
  void writesTimeAsClocksDo(long seconds, String text) {
    assertEquals(text, ProgressLine.clock(seconds));
  }

  private static Progress progress(
      int total, int sent, int read, int done, double parts, int unchanged) {
    return new Progress(
        total, sent, read, done, parts, unchanged, done - unchanged, 0, 0, List.of());
  }
}
