package dev.parley.retrieval.source.run;

import dev.parley.call.Call;
import dev.parley.call.Caller;
import dev.parley.call.Deadline;
import dev.parley.call.WorkspaceId;
import dev.parley.platform.lifecycle.Stories;
import dev.parley.platform.observe.Log;
import dev.parley.platform.time.Stopwatch;
import dev.parley.retrieval.source.intake.Control;
import dev.parley.retrieval.source.intake.Control.Wish;
import dev.parley.retrieval.source.intake.Shelf;
import dev.parley.retrieval.source.intake.Trip;
import dev.parley.retrieval.source.intake.Walk;
import dev.parley.retrieval.source.kept.Lease;
import dev.parley.retrieval.source.kept.LeaseStore;
import dev.parley.retrieval.source.kept.Source.Kind;
import dev.parley.retrieval.source.kept.SourceStore;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Goes through the sources that are due, a few at a time, each under a lease that another replica
/// takes over when this process dies.
public final class SourceRunner {
  private static final Log LOG = Log.of(SourceRunner.class);
  private static final Duration LEASE = Duration.ofSeconds(15);
  private static final Duration BEAT = Duration.ofSeconds(1);
  private static final Duration STEP = Duration.ofSeconds(5);
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final int MOST_OF_A_WORKSPACE = 2;
  private static final WorkspaceId NONE = new WorkspaceId(new UUID(0, 0));

  private final LeaseStore leases;
  private final SourceStore sources;
  private final Shelf shelf;
  private final RunStory story;
  private final InstantSource clock;
  private final int number;
  private final Stories runs;
  private final Stories watch = new Stories("sources", 1);
  private final Set<Control> controls = ConcurrentHashMap.newKeySet();
  private final Semaphore news = new Semaphore(0);
  private volatile boolean stopping;

  /// @param number of sources that are gone through at once; 0 leaves them to other replicas
  public SourceRunner(
      LeaseStore leases, SourceStore sources, Shelf shelf, Function<Kind, Walk> walks, int number) {
    this.leases = leases;
    this.sources = sources;
    this.shelf = shelf;
    this.story = new RunStory(shelf, walks);
    this.clock = shelf.clock();
    this.number = number;
    this.runs = new Stories("source", Math.max(1, number));
  }

  /// Starts to look for sources that are due.
  public void open() {
    if (number > 0) {
      var _ = watch.start(this::look).onFailure(e -> LOG.error("sources are not looked at", e));
    }
  }

  /// Says that a source may be due.
  public void wake() {
    news.release();
  }

  /// Hands over what runs; blocks.
  public void drain(Duration limit) throws InterruptedException {
    stopping = true;
    news.release();
    controls.forEach(control -> control.end(Wish.HAND_OVER));
    runs.drain(limit);
    watch.drain(limit);
  }

  private boolean look() throws InterruptedException {
    while (!stopping) {
      var lease = runs.running() < number ? take() : Optional.<Lease>empty();
      if (lease.isPresent()) {
        start(lease.get());
      } else {
        var _ = news.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS);
        news.drainPermits();
      }
    }
    return true;
  }

  private Optional<Lease> take() {
    try {
      return await(leases.take(call(NONE), LEASE.toMillis(), MOST_OF_A_WORKSPACE));
    } catch (Exception e) {
      LOG.warning("no source could be taken", "cause", e);
      return Optional.empty();
    }
  }

  private void start(Lease lease) {
    var _ =
        runs.start(() -> tell(lease))
            .onFailure(e -> LOG.error("a run broke off", e, "source", lease.source()))
            .onComplete(_ -> wake());
  }

  private boolean tell(Lease lease) throws Exception {
    var control = new Control(Thread.currentThread());
    controls.add(control);
    var trip = new AtomicReference<@Nullable Trip>();
    var heart = Thread.ofVirtual().name("source-lease").start(() -> beat(lease, control, trip));
    try {
      if (stopping) {
        control.end(Wish.HAND_OVER);
      }
      var source = await(sources.find(call(lease.workspace()), lease.source()));
      if (source.isPresent() && story.tell(lease, source.get().source(), control, trip::set)) {
        giveBack(lease);
      }
    } catch (Exception e) {
      if (control.wish() != Wish.HAND_OVER) {
        throw e;
      }
      giveBack(lease);
    } finally {
      heart.interrupt();
      controls.remove(control);
    }
    return true;
  }

  private void giveBack(Lease lease) throws Exception {
    var _ = Thread.interrupted(); // this process stops, but the next one need not wait
    var _ = await(leases.giveBack(call(lease.workspace()), lease));
  }

  /// Holds the lease and tells how far the run is, until it is interrupted. A lease that cannot be
  /// held any longer ends the run before somebody else can have it.
  private void beat(Lease lease, Control control, AtomicReference<@Nullable Trip> trip) {
    var since = Stopwatch.start();
    try {
      while (control.wish() == Wish.GO_ON) {
        Thread.sleep(BEAT);
        if (held(lease, control, trip.get())) {
          since = Stopwatch.start();
        } else if (since.millis() > LEASE.minus(STEP).toMillis()) {
          control.end(Wish.LEAVE);
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean held(Lease lease, Control control, @Nullable Trip trip)
      throws InterruptedException {
    try {
      var cancelled = await(leases.renew(call(lease.workspace()), lease, LEASE.toMillis()));
      cancelled.ifPresentOrElse(
          yes -> {
            if (yes) {
              control.end(Wish.CANCEL);
            }
          },
          () -> control.end(Wish.LEAVE));
      if (trip != null) {
        var counts = trip.tally().now();
        var _ = await(shelf.runs().progress(call(lease.workspace()), trip.run().id(), counts));
      }
      return true;
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      LOG.warning("the lease of a source was not renewed", "cause", e);
      return false;
    }
  }

  private Call call(WorkspaceId workspace) {
    return new Call("sources", new Caller.Parley(workspace), Deadline.after(clock, STEP));
  }

  private static <T> T await(Future<T> future) throws Exception {
    return future.await(STEP.toMillis(), TimeUnit.MILLISECONDS);
  }
}
