package dev.parley.gateway.provider.onnx;

import ai.onnxruntime.OrtException;
import dev.parley.gateway.spi.EmbeddingProblem;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Threads that embed one kind of work, and the bounded queue before them.
///
/// Questions and ingestion have a lane each: a question never waits behind a document, and the
/// ingest lane's threads yield the processor to everybody else.
final class EmbedLane {
  private static final Logger LOG = Logger.getLogger(EmbedLane.class.getName());

  private final BgeModel model;
  private final WordPiece tokens;
  private final InstantSource clock;
  private final Semaphore room;
  private final LinkedBlockingQueue<Task> queue = new LinkedBlockingQueue<>();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean open = true;

  private record Task(EmbedJob job, int index) {}

  /// @param limit texts that may wait; more are refused
  EmbedLane(BgeModel model, WordPiece tokens, InstantSource clock, int limit) {
    this.model = model;
    this.tokens = tokens;
    this.clock = clock;
    this.room = new Semaphore(limit);
  }

  void start(String name, int count, boolean yielding) {
    for (var i = 0; i < count; i++) {
      threads.add(Thread.ofPlatform().daemon().name(name + "-" + i).start(() -> work(yielding)));
    }
  }

  void add(EmbedJob job) {
    if (!open) {
      job.failed(new EmbeddingProblem.Closed());
    } else if (!room.tryAcquire(job.size())) {
      job.failed(new EmbeddingProblem.Busy());
    } else {
      for (var i = 0; i < job.size(); i++) {
        queue.add(new Task(job, i));
      }
      if (!open) {
        drop(); // closed between the two looks: nobody else would take it out again
      }
    }
  }

  private void work(boolean yielding) {
    if (yielding) {
      ThreadPriority.lower();
    }
    while (open) {
      try {
        var task = queue.take();
        room.release();
        embed(task.job(), task.index());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void embed(EmbedJob job, int index) {
    if (job.ended()) {
      return;
    }
    if (job.call().deadline().left(clock).isZero()) {
      job.failed(new EmbeddingProblem.TooLate());
      return;
    }
    try {
      job.done(index, model.embed(tokens.encode(job.text(index), BgeModel.MAX_TOKENS)));
    } catch (OrtException | RuntimeException e) {
      LOG.log(Level.WARNING, "embedding failed", e);
      job.failed(new EmbeddingProblem.Broken(String.valueOf(e.getMessage())));
    }
  }

  /// Takes no more work and fails what waits. What a thread has begun ends first.
  ///
  /// @return whether every thread ended in time
  boolean close(Duration patience) throws InterruptedException {
    open = false;
    drop();
    for (var thread : threads) {
      thread.interrupt();
    }
    var ended = true;
    for (var thread : threads) {
      ended &= thread.join(patience);
    }
    return ended;
  }

  private void drop() {
    Task task;
    while ((task = queue.poll()) != null) {
      room.release();
      task.job().failed(new EmbeddingProblem.Closed());
    }
  }
}
