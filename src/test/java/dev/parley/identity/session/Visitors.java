package dev.parley.identity.session;

import dev.parley.testkit.TestClock;
import java.time.Duration;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// People who ask at a steady pace with the token they have, and renew it when it is over or, now
/// and then, before.
final class Visitors implements AutoCloseable {
  private static final int PEOPLE = 10; // few, so that each comes back within a step
  private static final int RENEWED_EARLY = 2;

  private final Replicas replicas;
  private final TestClock clock;
  private final Duration pace;
  private final Random random = new Random(20_260_131);
  private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
  private final ConcurrentLinkedQueue<Entered> idle = new ConcurrentLinkedQueue<>();
  private final AtomicInteger answered = new AtomicInteger();
  private final AtomicInteger renewed = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();
  private volatile boolean going = true;
  private Thread pacer = Thread.currentThread();
  private long nanos;

  Visitors(Replicas replicas, TestClock clock, UUID user, Duration pace) {
    this.replicas = replicas;
    this.clock = clock;
    this.pace = pace;
    for (var i = 0; i < PEOPLE; i++) {
      idle.add(replicas.any(random).begin(user));
    }
  }

  void begin() {
    pacer = Thread.ofVirtual().start(this::ask);
  }

  /// Waits for the answers that are under way.
  void end() throws InterruptedException {
    going = false;
    pacer.join();
    close();
  }

  int answered() {
    return answered.get();
  }

  /// Refusals of tokens whose time was not over, and renewals that failed.
  int wronglyRefused() {
    return refused.get() + failed.get();
  }

  /// By the clock, whatever the answers take: who is late does not slow the others down.
  private void ask() {
    var start = System.nanoTime();
    for (var next = start; going; next += pace.toNanos()) {
      var wait = next - System.nanoTime();
      if (wait > 0) {
        pause(wait);
      }
      var person = idle.poll();
      if (person != null) {
        var replica = replicas.any(random);
        var early = random.nextInt(RENEWED_EARLY) == 0;
        var _ = requests.submit(() -> visit(replica, person, early));
      }
    }
    nanos = System.nanoTime() - start;
  }

  private void visit(SignInRig replica, Entered person, boolean early) {
    var holds = person;
    try {
      if (early || !holds.access().expires().isAfter(clock.instant())) {
        holds = replica.refresh(holds.refreshToken());
        renewed.incrementAndGet();
      } else if (!replica.isIn(holds) && holds.access().expires().isAfter(clock.instant())) {
        refused.incrementAndGet();
      }
      answered.incrementAndGet();
    } catch (RuntimeException e) {
      failed.incrementAndGet();
    } finally {
      idle.add(holds);
    }
  }

  private static void pause(long nanos) {
    try {
      Thread.sleep(Duration.ofNanos(nanos));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return "%d requests (%.0f/s), %d of them renewals, %d wrong 401, %d failures"
        .formatted(
            answered.get(),
            answered.get() * 1e9 / nanos,
            renewed.get(),
            refused.get(),
            failed.get());
  }

  @Override
  public void close() {
    requests.close();
  }
}
