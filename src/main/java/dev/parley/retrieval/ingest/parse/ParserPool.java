package dev.parley.retrieval.ingest.parse;

import dev.parley.call.Call;
import dev.parley.platform.observe.Log;
import dev.parley.retrieval.document.ParsedDocument;
import dev.parley.retrieval.ingest.parse.text.ParseFailure;
import dev.parley.retrieval.ingest.parse.text.ParseProblem;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Reads files in child processes, so that a file that loops, eats memory or breaks the JVM costs a
/// child and nothing else. Children start with the first file, are kept for the next, and are
/// stopped when there has been none for a while.
///
/// [#parse] blocks and belongs on a virtual thread. Open one pool for the process; close it after
/// the stories that use it.
public final class ParserPool implements AutoCloseable {
  private static final Log LOG = Log.of(ParserPool.class);

  /// The place of one child: whoever has taken it from the queue owns it.
  private static final class Slot {
    private @Nullable ParserJvm jvm;

    /// How often it has been used; tells whether it rested since somebody looked.
    private int uses;
  }

  private final ParserConfig config;
  private final InstantSource clock;
  private final String mainClass;
  private final LinkedBlockingDeque<Slot> free = new LinkedBlockingDeque<>();
  private final Set<ParserJvm> living = ConcurrentHashMap.newKeySet();
  private final AtomicInteger waiting = new AtomicInteger();
  private final ScheduledThreadPoolExecutor watch;
  private volatile boolean closed;

  private ParserPool(ParserConfig config, InstantSource clock, String mainClass) {
    this.config = config;
    this.clock = clock;
    this.mainClass = mainClass;
    watch =
        new ScheduledThreadPoolExecutor(
            1, task -> Thread.ofPlatform().daemon().name("parser-watch").unstarted(task));
    watch.setRemoveOnCancelPolicy(true);
    for (var i = 0; i < config.processes(); i++) {
      free.push(new Slot());
    }
  }

  public static ParserPool open(ParserConfig config, InstantSource clock) {
    return new ParserPool(config, clock, ParserProcess.class.getName());
  }

  /// With another program in the children.
  static ParserPool open(ParserConfig config, InstantSource clock, String mainClass) {
    return new ParserPool(config, clock, mainClass);
  }

  /// Reads one file. Blocks until it is read, at most for the call's deadline; the time limit of
  /// one file begins when a child takes it.
  ///
  /// @throws ParseProblem when there is no text, with the reason
  /// @throws java.io.UncheckedIOException when the upload's own bytes cannot be read
  public ParsedDocument parse(Call call, Upload upload) {
    if (upload.size() == 0) {
      throw new ParseProblem(ParseFailure.EMPTY_FILE);
    }
    if (upload.size() > config.maxFile().bytes()) {
      throw new ParseProblem(
          ParseFailure.TOO_LARGE, "The file is larger than the limit of " + config.maxFile() + ".");
    }
    var slot = take(call);
    try {
      return parse(call, upload, slot);
    } finally {
      slot.uses++;
      giveBack(slot);
    }
  }

  private Slot take(Call call) {
    if (closed) {
      throw new ParseProblem(ParseFailure.PARSER_STOPPED);
    }
    var slot = free.poll();
    if (slot != null) {
      return slot;
    }
    try {
      if (waiting.incrementAndGet() <= config.maxWaiting()) {
        slot = free.poll(call.deadline().left(clock).toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new ParseProblem(ParseFailure.PARSER_STOPPED, stopped);
    } finally {
      waiting.decrementAndGet();
    }
    if (slot == null) {
      throw new ParseProblem(ParseFailure.PARSER_BUSY);
    }
    return slot;
  }

  private ParsedDocument parse(Call call, Upload upload, Slot slot) {
    try {
      var jvm = ready(call, slot);
      return jvm.parse(upload, limit(call), watch);
    } catch (ParseProblem problem) {
      if (closed) {
        throw new ParseProblem(ParseFailure.PARSER_STOPPED, problem);
      }
      if (problem.failure().retryable()) {
        warn(call, upload, slot, problem);
      }
      throw problem;
    } catch (RejectedExecutionException stopped) {
      throw new ParseProblem(ParseFailure.PARSER_STOPPED, stopped); // closed a moment ago
    }
  }

  private static void warn(Call call, Upload upload, Slot slot, ParseProblem problem) {
    LOG.warning(
        call,
        "a child process failed at a file",
        "failure",
        problem.failure().code(),
        "bytes",
        upload.size(),
        "stderr",
        slot.jvm == null ? "" : slot.jvm.lastWords());
  }

  private Duration limit(Call call) {
    var left = call.deadline().left(clock);
    return left.compareTo(config.timeLimit()) < 0 ? left : config.timeLimit();
  }

  /// The slot's child, or a new one where there is none that can take a file.
  private ParserJvm ready(Call call, Slot slot) {
    if (slot.jvm != null && slot.jvm.isUsable(config.filesPerProcess())) {
      return slot.jvm;
    }
    drop(slot);
    var jvm = start();
    slot.jvm = jvm;
    living.add(jvm);
    if (closed) {
      drop(slot);
      throw new ParseProblem(ParseFailure.PARSER_STOPPED);
    }
    jvm.awaitReady(limit(call), watch);
    return jvm;
  }

  private ParserJvm start() {
    try {
      return ParserJvm.start(config, mainClass);
    } catch (IOException failed) {
      LOG.error("a child process does not start", failed);
      throw new ParseProblem(ParseFailure.PARSER_CRASHED, failed);
    }
  }

  private void drop(Slot slot) {
    if (slot.jvm != null) {
      living.remove(slot.jvm);
      slot.jvm.close();
      slot.jvm = null;
    }
  }

  private void giveBack(Slot slot) {
    if (slot.jvm != null && !slot.jvm.isUsable(config.filesPerProcess())) {
      drop(slot);
    }
    var uses = slot.uses;
    free.push(slot);
    try {
      var _ =
          watch.schedule(() -> rest(slot, uses), config.idle().toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException stopped) {
      drop(slot); // closed
    }
  }

  /// Stops a child that has had nothing to do since its slot was given back.
  private void rest(Slot slot, int uses) {
    if (free.remove(slot)) {
      if (slot.uses == uses) {
        drop(slot);
      }
      free.push(slot);
    }
  }

  /// The children that live, by process id.
  Set<Long> children() {
    return Set.copyOf(living.stream().map(ParserJvm::pid).toList());
  }

  /// Kills the children; files that are being read fail with `parser_stopped`.
  @Override
  public void close() {
    closed = true;
    watch.shutdownNow();
    living.forEach(ParserJvm::close);
    living.clear();
  }
}
