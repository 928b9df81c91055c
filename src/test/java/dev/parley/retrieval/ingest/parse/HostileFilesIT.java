package dev.parley.retrieval.ingest.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.retrieval.ingest.parse.text.ParseProblem;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(600)
final class HostileFilesIT {
  private static final long FLAT = 32L << 20;

  @Test
  void everyHostileFileFailsWithItsReasonAndTheProductDoesNotFeelIt() {
    var files = HostileFiles.all();
    assertTrue(files.size() >= 50, files.size() + " files");
    try (var pool = open(Duration.ofMinutes(1))) {
      assertEquals("before", PoolCalls.parse(pool, "a.txt", "before").text());
      var before = heap();

      assertEquals(List.of(), wrongOutcomes(pool, files));

      var grown = heap() - before;
      assertTrue(grown < FLAT, "the heap has grown by " + grown);
      assertEquals("after", PoolCalls.parse(pool, "a.txt", "after").text());
    }
  }

  @Test
  void filesThatTakeForeverAreEnded() {
    try (var pool = open(Duration.ofSeconds(8))) {
      assertEquals(List.of(), wrongOutcomes(pool, HostileFiles.endless()));
    }
  }

  private static ParserPool open(Duration timeLimit) {
    var config = PoolCalls.with(timeLimit, Duration.ofMinutes(1), 100);
    return ParserPool.open(config, InstantSource.system());
  }

  /// The files about which something else was said than is true.
  private static List<String> wrongOutcomes(ParserPool pool, List<HostileFiles> files) {
    var wrong = new ArrayList<String>();
    for (var file : files) {
      var outcome = outcome(pool, file);
      if (file.reasons().stream().noneMatch(reason -> reason.code().equals(outcome))) {
        wrong.add(file.name() + ": " + outcome);
      }
    }
    return wrong;
  }

  private static String outcome(ParserPool pool, HostileFiles file) {
    try {
      var upload = Upload.of(file.name(), null, file.bytes().get());
      var text = pool.parse(PoolCalls.call(), upload).text();
      return "text of " + text.length() + " characters";
    } catch (ParseProblem problem) {
      return problem.failure().code();
    }
  }

  private static long heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
