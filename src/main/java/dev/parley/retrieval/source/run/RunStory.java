package dev.parley.retrieval.source.run;

import dev.parley.call.Call;
import dev.parley.call.Caller;
import dev.parley.call.Deadline;
import dev.parley.platform.http.Problem;
import dev.parley.platform.observe.Log;
import dev.parley.retrieval.source.intake.Control;
import dev.parley.retrieval.source.intake.EndOfTrip;
import dev.parley.retrieval.source.intake.Shelf;
import dev.parley.retrieval.source.intake.Trip;
import dev.parley.retrieval.source.intake.Walk;
import dev.parley.retrieval.source.kept.Lease;
import dev.parley.retrieval.source.kept.LostLease;
import dev.parley.retrieval.source.kept.Run;
import dev.parley.retrieval.source.kept.Run.Counts;
import dev.parley.retrieval.source.kept.Run.End;
import dev.parley.retrieval.source.kept.Run.State;
import dev.parley.retrieval.source.kept.Source;
import dev.parley.retrieval.source.kept.Source.Kind;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One run from its lease to its report. Told on a virtual thread.
final class RunStory {
  private static final Log LOG = Log.of(RunStory.class);
  private static final Duration STEP = Duration.ofSeconds(10);
  private static final int ATTEMPTS = 3;

  private final Shelf shelf;
  private final Function<Kind, Walk> walks;

  RunStory(Shelf shelf, Function<Kind, Walk> walks) {
    this.shelf = shelf;
    this.walks = walks;
  }

  /// Goes through the source.
  ///
  /// @param begun told when the run has begun
  /// @return whether the lease is still to be given back
  boolean tell(Lease lease, Source source, Control control, Consumer<Trip> begun) throws Exception {
    var run = begin(lease, source);
    var id = run.id();
    var known = await(shelf.items().all(call(lease), source.id()));
    var noted = await(shelf.items().noted(call(lease), id));
    var trip = new Trip(lease, run, source, shelf, control, known, noted);
    begun.accept(trip);
    var end = end(trip, control);
    if (end == null) {
      return control.wish() == Control.Wish.HAND_OVER;
    }
    try {
      var _ = Thread.interrupted(); // what was wanted is done; the report is to be written
      finish(trip, end);
    } catch (LostLease _) {
      LOG.info("a run went to another replica", "run", id);
    }
    return false;
  }

  private Run begin(Lease lease, Source source) throws Exception {
    var now = shelf.clock().instant().truncatedTo(ChronoUnit.MICROS);
    var fresh =
        new Run(
            shelf.ids().next(),
            source.id(),
            State.RUNNING,
            call(lease).caller().name(),
            false,
            now,
            now,
            null,
            Counts.NONE,
            0,
            null,
            null,
            null);
    return await(shelf.runs().begin(call(lease), lease, fresh, now));
  }

  /// How the run ended; null when it did not, and somebody else goes on with it.
  private @Nullable End end(Trip trip, Control control) {
    try {
      if (trip.lease().attempts() > ATTEMPTS) {
        return failed("interrupted", "The run was begun three times and never came to its end.");
      }
      walks.apply(trip.source().definition().kind()).go(trip);
      return new Removal(shelf, trip).end(null);
    } catch (Exception e) {
      return switch (control.wish()) {
        case CANCEL -> new End(State.CANCELLED, 0, null, null, null);
        case LEAVE, HAND_OVER -> null;
        case GO_ON -> early(trip, e);
      };
    }
  }

  private @Nullable End early(Trip trip, Exception e) {
    try {
      return switch (e) {
        case LostLease _ -> null;
        case EndOfTrip.Reached reached -> new Removal(shelf, trip).end(reached.limit());
        case EndOfTrip.Failed failed -> failed(failed.code(), failed.detail());
        case Problem problem -> failed(problem.code(), problem.detail());
        default -> throw e;
      };
    } catch (Exception unexpected) {
      LOG.error(trip.call(), "a source could not be gone through", unexpected);
      return failed("internal_error", "Something went wrong on our side. The log says more.");
    }
  }

  private void finish(Trip trip, End end) throws Exception {
    var now = shelf.clock().instant();
    var lease = trip.lease();
    var due = due(trip.source(), now);
    var _ = await(shelf.runs().finish(call(lease), lease, trip.run().id(), end, now, due));
    var counts = trip.tally().now();
    LOG.info(
        call(lease),
        "source gone through",
        "source",
        lease.source(),
        "state",
        end.state(),
        "added",
        counts.added(),
        "changed",
        counts.changed(),
        "unchanged",
        counts.unchanged(),
        "failed",
        counts.failed());
  }

  private static @Nullable Instant due(Source source, Instant now) {
    var hours = source.everyHours();
    return hours == null ? null : now.plus(Duration.ofHours(hours));
  }

  private static End failed(String code, String detail) {
    return new End(State.FAILED, 0, null, code, detail);
  }

  private Call call(Lease lease) {
    var caller = new Caller.Parley(lease.workspace());
    return new Call("source-" + lease.source(), caller, Deadline.after(shelf.clock(), STEP));
  }

  private static <T> T await(Future<T> future) throws Exception {
    return future.await(STEP.toMillis(), TimeUnit.MILLISECONDS);
  }
}
