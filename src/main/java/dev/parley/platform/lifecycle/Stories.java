package dev.parley.platform.lifecycle;

import dev.parley.platform.http.HttpProblem;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Runs stories, each on a virtual thread of its own, and waits for them when the process stops.
/// Safe from any thread.
public final class Stories {
  private final String name;
  private final int limit;
  private final Semaphore room;
  private final Set<Thread> running = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /// @param limit how many may run at once; more are refused
  public Stories(String name, int limit) {
    this.name = name;
    this.limit = limit;
    this.room = new Semaphore(limit);
  }

  /// Starts a story. The future completes on its virtual thread. Fails with
  /// [HttpProblem.Overloaded] when the limit is reached and with [HttpProblem.Draining] after
  /// [#drain].
  public <T> Future<T> start(Callable<T> story) {
    if (closed) {
      return Future.failedFuture(new HttpProblem.Draining());
    }
    if (!room.tryAcquire()) {
      return Future.failedFuture(new HttpProblem.Overloaded());
    }
    Promise<T> end = Promise.promise();
    var thread = Thread.ofVirtual().name(name).unstarted(() -> run(story, end));
    running.add(thread);
    thread.start();
    return end.future();
  }

  public int running() {
    return limit - room.availablePermits();
  }

  /// Refuses new stories and waits for those that run; blocks. What still runs after the limit is
  /// interrupted.
  public void drain(Duration wait) throws InterruptedException {
    drain(wait, () -> {});
  }

  /// @param late is done first when stories are about to be interrupted
  public void drain(Duration wait, Runnable late) throws InterruptedException {
    closed = true;
    if (!room.tryAcquire(limit, wait.toMillis(), TimeUnit.MILLISECONDS)) {
      late.run();
      running.forEach(Thread::interrupt);
    }
  }

  private <T> void run(Callable<T> story, Promise<T> end) {
    try {
      end.complete(story.call());
    } catch (Throwable e) {
      end.fail(e);
    } finally {
      running.remove(Thread.currentThread());
      room.release();
    }
  }
}
