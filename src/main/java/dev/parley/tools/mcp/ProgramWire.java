package dev.parley.tools.mcp;

import dev.parley.platform.lifecycle.Stories;
import dev.parley.platform.observe.Log;
import dev.parley.tools.tool.ToolProblem;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The standard input and output of a program: one message a line. The program is given nothing of
/// our environment but where programs are and which language is spoken.
final class ProgramWire implements Wire {
  private static final Log LOG = Log.of(ProgramWire.class);
  private static final int LONGEST = 1 << 20;
  private static final Duration GOODBYE = Duration.ofSeconds(2);
  private static final Set<String> ENVIRONMENT = Set.of("PATH", "HOME", "LANG", "LC_ALL", "TZ");

  private final McpProgram program;
  private final Stories readers;
  private final ReentrantLock writing = new ReentrantLock();
  private volatile @Nullable Process process;
  private volatile boolean broken;

  ProgramWire(McpProgram program, Stories readers) {
    this.program = program;
    this.readers = readers;
  }

  @Override
  public void open(Incoming incoming) {
    var builder = new ProcessBuilder(program.command());
    builder.environment().keySet().retainAll(ENVIRONMENT);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    try {
      var started = builder.start();
      process = started;
      var _ =
          readers
              .start(() -> read(started.getInputStream(), incoming))
              .onFailure(e -> LOG.debug("a program ended", "name", program.name(), "cause", e))
              .onComplete(_ -> close());
    } catch (IOException e) {
      broken = true;
      LOG.error("a program cannot be started", e, "name", program.name());
      throw new ToolProblem.Broken("The program " + program.name() + " cannot be started.");
    }
  }

  @Override
  public CompletableFuture<Void> send(String json) {
    var running = process;
    if (running == null || broken) {
      return CompletableFuture.failedFuture(new ToolProblem.Broken("The program has ended."));
    }
    writing.lock();
    try {
      var out = running.getOutputStream();
      out.write((json + "\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
      return CompletableFuture.completedFuture(null);
    } catch (IOException _) {
      close();
      return CompletableFuture.failedFuture(new ToolProblem.Broken("The program has ended."));
    } finally {
      writing.unlock();
    }
  }

  @Override
  public void agreed(String version) {}

  @Override
  public boolean isBroken() {
    return broken;
  }

  @Override
  public void close() {
    broken = true;
    var running = process;
    if (running != null && running.isAlive()) {
      running.descendants().forEach(ProcessHandle::destroy);
      running.destroy();
      var _ =
          running
              .onExit()
              .orTimeout(GOODBYE.toMillis(), TimeUnit.MILLISECONDS)
              .exceptionally(_ -> running.destroyForcibly());
    }
  }

  private static boolean read(InputStream in, Incoming incoming) throws IOException {
    try (var buffered = new BufferedInputStream(in)) {
      var line = new ByteArrayOutputStream();
      for (var b = buffered.read(); b >= 0; b = buffered.read()) {
        if (b != '\n') {
          line.write(b);
        } else if (line.size() > 0) {
          incoming.take(line.toString(StandardCharsets.UTF_8));
          line.reset();
        }
        if (line.size() > LONGEST) {
          throw new ToolProblem.Broken("The program says more than a message may have.");
        }
      }
      return true;
    }
  }
}
