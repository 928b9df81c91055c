package dev.parley.platform.lifecycle;

import dev.parley.platform.observe.Log;
import dev.parley.platform.time.Stopwatch;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/// The parts of a process: started in order, stopped in reverse, each stop bounded by the drain.
/// Used from plain threads, never from an event loop.
public final class Parts {
  private static final Log LOG = Log.of(Parts.class);
  private static final Duration START_LIMIT = Duration.ofMinutes(5);

  private final Vertx vertx;
  private final List<Part> parts;
  private final Duration drain;
  private final Deque<Part> started = new ArrayDeque<>();
  private final AtomicBoolean stopping = new AtomicBoolean();
  private final CountDownLatch stopped = new CountDownLatch(1);

  /// @param drain how long each part may take to finish what it has begun
  public Parts(Vertx vertx, List<Part> parts, Duration drain) {
    this.vertx = vertx;
    this.parts = List.copyOf(parts);
    this.drain = drain;
  }

  /// Starts every part. When one fails, those before it are stopped and the failure is thrown.
  public void start() {
    for (var part : parts) {
      started.push(part);
      try {
        var _ = part.start(vertx).await(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
      } catch (Exception e) {
        stop();
        throw e instanceof RuntimeException r ? r : new IllegalStateException(part.name(), e);
      }
    }
  }

  /// Stops every started part, the last one first, and Vert.x at the end. A failing stop is logged
  /// and passed over. A second call waits for the first.
  public void stop() {
    if (stopping.compareAndSet(false, true)) {
      var watch = Stopwatch.start();
      LOG.info("stopping", "drain_ms", drain.toMillis());
      while (!started.isEmpty()) {
        stop(started.pop());
      }
      within("vertx", vertx.close(), Duration.ofSeconds(5));
      LOG.info("stopped", "ms", watch.millis());
      stopped.countDown();
    }
    awaitStopped();
  }

  /// Waits until another thread has stopped the parts.
  public void awaitStopped() {
    try {
      stopped.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void stop(Part part) {
    try {
      within(part.name(), part.stop(vertx), drain);
    } catch (RuntimeException e) {
      LOG.error("stop failed", e, "part", part.name());
    }
  }

  private static void within(String name, Future<?> end, Duration limit) {
    try {
      var _ = end.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      LOG.warning(
          "stop took too long and was given up", "part", name, "limit_ms", limit.toMillis());
    } catch (Exception e) {
      LOG.error("stop failed", e, "part", name);
    }
  }
}
