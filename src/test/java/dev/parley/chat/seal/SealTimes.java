package dev.parley.chat.seal;

import dev.parley.call.WorkspaceId;
import dev.parley.platform.config.Secret;
import dev.parley.platform.seal.SealConfig;
import dev.parley.platform.seal.Sealer;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;

/// Prints what sealing and opening costs, on one thread: a title, a question, an answer, its
/// citations, and the events of a turn, which are sealed a second at a time.
final class SealTimes {
  private static final PrintStream OUT = System.out;
  private static final int ROUNDS = 20_000;
  private static final int EVENTS = 40;
  private static final String EVENT =
      "{\"seq\":17,\"event\":\"delta\",\"data\":\"{\\\"text\\\":\\\"otters\\\"}\",\"terminal\":false},";
  private static final WorkspaceId OTTERS = new WorkspaceId(new UUID(1, 1));

  private final SealedText texts =
      new SealedText(
          Sealer.of(
              new SealConfig(new Secret("a key of a measurement, long enough"), true),
              Path.of("unused")),
          true);

  private SealTimes() {}

  public static void main(String[] args) {
    var times = new SealTimes();
    for (var round = 0; round < 4; round++) {
      OUT.println("round " + (round + 1));
      var _ = times.measure("title", TextColumn.TITLE, "o".repeat(60));
      var _ = times.measure("question", TextColumn.TEXT, "o".repeat(120));
      var _ = times.measure("answer", TextColumn.TEXT, "o".repeat(1_500));
      var _ = times.measure("citations", TextColumn.CITATIONS, "o".repeat(2_400));
      var segment = times.measure("segment of a log", TextColumn.EVENTS, EVENT.repeat(EVENTS));
      OUT.printf("%-18s seal %6.2f µs%n", "one event of it", segment / EVENTS);
    }
  }

  /// @return microseconds of sealing, p50
  private double measure(String what, TextColumn column, String text) {
    var place = column.in(OTTERS, new UUID(2, 2));
    var seal = new long[ROUNDS];
    var open = new long[ROUNDS];
    for (var i = 0; i < ROUNDS; i++) {
      var begun = System.nanoTime();
      var stored = texts.stored(place, text);
      var half = System.nanoTime();
      if (!texts.read(place, true, stored).equals(text)) {
        throw new IllegalStateException("a text was changed");
      }
      open[i] = System.nanoTime() - half;
      seal[i] = half - begun;
    }
    Arrays.sort(seal);
    Arrays.sort(open);
    OUT.printf(
        "%-18s seal p50 %6.2f p99 %6.2f µs; open p50 %6.2f p99 %6.2f µs; %d chars%n",
        what,
        micros(seal, 50),
        micros(seal, 99),
        micros(open, 50),
        micros(open, 99),
        text.length());
    return micros(seal, 50);
  }

  private static double micros(long[] sorted, int percent) {
    return sorted[ROUNDS * percent / 100] / 1e3;
  }
}
