package dev.parley.retrieval.ingest.parse;

import static dev.parley.retrieval.ingest.parse.text.ParseFailure.DAMAGED;
import static dev.parley.retrieval.ingest.parse.text.ParseFailure.EMPTY_FILE;
import static dev.parley.retrieval.ingest.parse.text.ParseFailure.ENCRYPTED;
import static dev.parley.retrieval.ingest.parse.text.ParseFailure.NO_TEXT;
import static dev.parley.retrieval.ingest.parse.text.ParseFailure.TYPE_MISMATCH;
import static dev.parley.retrieval.ingest.parse.text.ParseFailure.UNKNOWN_ENCODING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.retrieval.ingest.parse.text.ParseFailure;
import dev.parley.retrieval.ingest.parse.text.ParseProblem;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(600)
final class HostileFilesIT {
  private static final long FLAT = 32L << 20;
  private static final int DAMAGES = 30;

  /// What may come of a damaged file of a few kilobytes: nothing takes its time or memory.
  private static final Set<String> TOLD =
      Stream.concat(
              Stream.of("text"),
              Stream.of(DAMAGED, EMPTY_FILE, ENCRYPTED, NO_TEXT, TYPE_MISMATCH, UNKNOWN_ENCODING)
                  .map(ParseFailure::code))
          .collect(Collectors.toUnmodifiableSet());

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
  void aDamagedFileIsReadOrRefusedWithItsReason() {
    var files = new DamagedFiles();
    try (var pool = open(Duration.ofSeconds(30))) {
      for (var name : files.names()) {
        assertEquals("text", outcome(pool, name, files.whole(name)), name);
      }
      var before = heap();

      var outcomes = new TreeMap<String, Integer>();
      for (var name : files.names()) {
        for (var number = 0; number < DAMAGES; number++) {
          var outcome = outcome(pool, name, files.damaged(name, number));
          assertTrue(TOLD.contains(outcome), name + " " + number + ": " + outcome);
          var _ = outcomes.merge(outcome, 1, Integer::sum);
        }
      }

      System.out.println("damaged files: " + outcomes);
      assertTrue(outcomes.getOrDefault("damaged", 0) > DAMAGES, outcomes::toString);
      var grown = heap() - before;
      assertTrue(grown < FLAT, "the heap has grown by " + grown);
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
      var outcome = outcome(pool, file.name(), file.bytes().get());
      if (file.reasons().stream().noneMatch(reason -> reason.code().equals(outcome))) {
        wrong.add(file.name() + ": " + outcome);
      }
    }
    return wrong;
  }

  /// `text`, or the code of the reason why there is none.
  private static String outcome(ParserPool pool, String name, byte[] bytes) {
    try {
      var _ = pool.parse(PoolCalls.call(), Upload.of(name, null, bytes));
      return "text";
    } catch (ParseProblem problem) {
      return problem.failure().code();
    }
  }

  private static long heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
