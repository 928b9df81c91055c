package dev.parley.retrieval.ingest.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.retrieval.ingest.parse.text.ParseFailure;
import dev.parley.retrieval.ingest.parse.text.ParseProblem;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class ParserPoolIT {
  private static ParserPool open(ParserConfig config) {
    return ParserPool.open(config, InstantSource.system(), HostileParser.class.getName());
  }

  private static boolean isAlive(long pid) {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }

  private static void awaitEnd(long pid) {
    var _ =
        ProcessHandle.of(pid).map(child -> child.onExit().orTimeout(20, TimeUnit.SECONDS).join());
    assertFalse(isAlive(pid));
  }

  @Test
  void filesAreReadOneAfterTheOtherByTheSameChild() {
    try (var pool = ParserPool.open(PoolCalls.CONFIG, InstantSource.system())) {
      var first = PoolCalls.parse(pool, "a.md", "---\ntitle: 😀\n---\n# One {#x}\n\ntwo\n");
      var children = pool.children();
      var second = PoolCalls.parse(pool, "b.txt", "plain");

      assertEquals("😀", first.title());
      assertEquals("One\n\ntwo", first.text());
      assertEquals("x", first.blocks().getFirst().anchor());
      assertEquals("plain", second.text());
      assertEquals(children, pool.children());
      assertEquals(1, children.size());
    }
  }

  @Test
  void whatTheFileDidWrongIsTold() {
    try (var pool = ParserPool.open(PoolCalls.CONFIG, InstantSource.system())) {
      assertEquals(ParseFailure.TYPE_MISMATCH, PoolCalls.failure(pool, "a.pdf"));
      assertEquals(
          ParseFailure.EMPTY_FILE,
          assertThrows(ParseProblem.class, () -> PoolCalls.parse(pool, "a.md", "")).failure());
    }
  }

  @Test
  void aFileThatNeverEndsIsKilledAtItsTimeLimitAndTheNextIsRead() {
    try (var pool = open(PoolCalls.with(Duration.ofSeconds(15), Duration.ofMinutes(1), 100))) {
      assertEquals("before", PoolCalls.parse(pool, "a.txt", "before").text());
      var child = pool.children().iterator().next();

      assertEquals(ParseFailure.PARSE_TIMEOUT, PoolCalls.failure(pool, "loop"));
      assertFalse(isAlive(child));
      assertEquals("after", PoolCalls.parse(pool, "a.txt", "after").text());
    }
  }

  @Test
  void everyDeathOfAChildHasItsNameAndTheNextFileIsRead() {
    try (var pool = open(PoolCalls.CONFIG)) {
      assertEquals(ParseFailure.PARSE_OUT_OF_MEMORY, PoolCalls.failure(pool, "memory"));
      assertEquals(ParseFailure.PARSER_CRASHED, PoolCalls.failure(pool, "crash"));
      assertEquals(ParseFailure.PARSER_CRASHED, PoolCalls.failure(pool, "throw"));
      assertEquals(ParseFailure.PARSER_CRASHED, PoolCalls.failure(pool, "recurse"));
      assertEquals("after", PoolCalls.parse(pool, "a.txt", "after").text());
    }
  }

  @Test
  void whatLibrariesPrintDoesNotReachTheAnswers() {
    try (var pool = open(PoolCalls.CONFIG)) {
      assertEquals("text", PoolCalls.parse(pool, "chatter", "text").text());
      assertEquals("more", PoolCalls.parse(pool, "chatter", "more").text());
    }
  }

  @Test
  void aChildIsReplacedAfterItsNumberOfFiles() {
    try (var pool = open(PoolCalls.with(Duration.ofSeconds(30), Duration.ofMinutes(1), 2))) {
      var _ = PoolCalls.parse(pool, "a.txt", "one");
      var first = pool.children();
      var _ = PoolCalls.parse(pool, "a.txt", "two");
      var _ = PoolCalls.parse(pool, "a.txt", "three");

      assertNotEquals(first, pool.children());
    }
  }

  @Test
  void aChildWithoutWorkIsStopped() {
    try (var pool = open(PoolCalls.with(Duration.ofSeconds(30), Duration.ofMillis(300), 100))) {
      var _ = PoolCalls.parse(pool, "a.txt", "one");
      pool.children().forEach(ParserPoolIT::awaitEnd);

      assertEquals("two", PoolCalls.parse(pool, "a.txt", "two").text());
    }
  }

  @Test
  void callersWaitNoLongerThanTheirDeadlineAndClosingStopsWhatIsRead() {
    CompletableFuture<ParseFailure> reading;
    try (var pool = open(PoolCalls.CONFIG)) {
      reading = CompletableFuture.supplyAsync(() -> PoolCalls.failure(pool, "loop"));
      while (pool.children().isEmpty()) {
        Thread.onSpinWait();
      }
      var upload = Upload.of("a.txt", null, new byte[] {'a'});
      var waited = PoolCalls.call(Duration.ofMillis(200));
      var problem = assertThrows(ParseProblem.class, () -> pool.parse(waited, upload));

      assertEquals(ParseFailure.PARSER_BUSY, problem.failure());
    }
    assertEquals(ParseFailure.PARSER_STOPPED, reading.join());
  }

  @Test
  void closingEndsTheChildren() {
    Set<Long> children;
    try (var pool = open(PoolCalls.CONFIG)) {
      var _ = PoolCalls.parse(pool, "a.txt", "one");
      children = pool.children();
    }
    children.forEach(ParserPoolIT::awaitEnd);
    assertEquals(1, children.size());
  }

  @Test
  void anUploadThatCannotBeReadIsNotTheFilesFault() {
    try (var pool = open(PoolCalls.CONFIG)) {
      var shorter = new Upload("a.txt", null, 10, () -> new ByteArrayInputStream(new byte[3]));
      assertThrows(UncheckedIOException.class, () -> pool.parse(PoolCalls.call(), shorter));
      assertEquals("after", PoolCalls.parse(pool, "a.txt", "after").text());
    }
  }

  @Test
  void aFileOnDiskIsReadFromThere(@TempDir Path folder) throws IOException {
    var file = Files.writeString(folder.resolve("x"), "from disk");
    try (var pool = open(PoolCalls.CONFIG)) {
      var document = pool.parse(PoolCalls.call(), Upload.of("x.txt", null, file));
      assertEquals("from disk", document.text());
    }
  }

  @Test
  void theChildDiesWithTheProductEvenInTheMiddleOfAFile() throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var classPath = System.getProperty("java.class.path");
    var product =
        new ProcessBuilder(java, "-Xmx64m", "-cp", classPath, PoolHolder.class.getName())
            .redirectError(new File("/dev/null"))
            .start();
    var child = Long.parseLong(product.inputReader().readLine());
    assertTrue(isAlive(child));

    product.destroyForcibly().onExit().join();

    awaitEnd(child);
  }
}
