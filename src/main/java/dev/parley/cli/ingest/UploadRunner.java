package dev.parley.cli.ingest;

import dev.parley.cli.client.Server;
import dev.parley.cli.client.Server.Upload;
import dev.parley.cli.ingest.Sources.SourceFile;
import dev.parley.cli.process.CliProblem;
import dev.parley.cli.process.CliProblem.Refused;
import dev.parley.cli.process.CliProblem.Unreachable;
import java.io.FileNotFoundException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Owns the threads that send files and addresses, a few at a time. What is wrong with one of them
/// is its own failure; what would be wrong with all of them ends the sending.
final class UploadRunner implements AutoCloseable {
  private static final int AT_ONCE = 4;

  private final Server server;
  private final Board board;
  private final long largest;
  private final Queue<Runnable> left = new ConcurrentLinkedQueue<>();
  private final List<Thread> threads = new ArrayList<>();
  private final AtomicReference<@Nullable RuntimeException> problem = new AtomicReference<>();

  /// @param largest bytes of a file that the server takes
  UploadRunner(Server server, Board board, long largest) {
    this.server = server;
    this.board = board;
    this.largest = largest;
  }

  void start(Sources sources) {
    sources.files().forEach(file -> left.add(() -> send(file)));
    sources.pages().forEach(page -> left.add(() -> send(page, () -> server.addPage(page))));
    for (var i = 0; i < AT_ONCE; i++) {
      threads.add(Thread.ofVirtual().name("send-" + i).start(this::work));
    }
  }

  /// Whether all was sent. Throws what ended the sending before that.
  boolean finished() {
    var over = threads.stream().noneMatch(Thread::isAlive);
    var why = problem.get();
    if (why != null) {
      throw why;
    }
    return over;
  }

  /// Sends no more.
  @Override
  public void close() {
    left.clear();
    threads.forEach(Thread::interrupt);
  }

  private void work() {
    try {
      for (var job = left.poll(); job != null && problem.get() == null; job = left.poll()) {
        job.run();
      }
    } catch (RuntimeException e) {
      problem.compareAndSet(null, e);
    }
  }

  private void send(SourceFile file) {
    if (file.bytes() > largest) {
      var sizes = "has " + size(file.bytes()) + ", and the server takes at most " + size(largest);
      board.failed(file.name(), sizes);
    } else if (!Files.isReadable(file.path())) {
      board.failed(file.name(), "cannot be read, or is gone");
    } else {
      send(file.name(), () -> server.upload(file.path(), file.name()));
    }
  }

  private void send(String name, Sending sending) {
    try {
      board.sent(name, sending.run());
    } catch (FileNotFoundException _) {
      board.failed(name, "is gone");
    } catch (Refused refused) {
      judge(name, refused, refused.aboutTheCaller() || refused.busy());
    } catch (Unreachable gone) {
      judge(name, gone, !server.listens());
    }
  }

  private void judge(String name, CliProblem failure, boolean concernsAll) {
    if (concernsAll || Thread.currentThread().isInterrupted()) {
      throw failure;
    }
    board.failed(name, failure.words());
  }

  private static String size(long bytes) {
    return bytes < 10_000 ? bytes + " bytes" : String.format(Locale.ROOT, "%,d kB", bytes / 1000);
  }

  /// What gives one document to the server.
  @FunctionalInterface
  private interface Sending {
    Upload run() throws FileNotFoundException;
  }
}
