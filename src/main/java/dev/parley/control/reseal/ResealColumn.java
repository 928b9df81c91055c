package dev.parley.control.reseal;

import dev.parley.call.Call;
import dev.parley.call.Caller;
import dev.parley.call.Deadline;
import dev.parley.call.WorkspaceId;
import dev.parley.control.reseal.SealedColumnStore.SealedValue;
import dev.parley.platform.observe.Log;
import dev.parley.platform.postgres.Database;
import dev.parley.platform.seal.BrokenSealException;
import dev.parley.platform.seal.SealedColumn;
import dev.parley.platform.seal.Sealer;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Seals the values of a column with the first key, where an older one sealed them. May run beside
/// servers, be stopped, and run again.
public final class ResealColumn {
  private static final Log LOG = Log.of(ResealColumn.class);
  private static final int PAGE = 200;
  private static final Duration STEP = Duration.ofSeconds(30);
  private static final UUID FIRST = new UUID(0, 0);

  private final SealedColumn column;
  private final SealedColumnStore store;
  private final Sealer sealer;
  private final InstantSource clock;

  public ResealColumn(SealedColumn column, Database database, Sealer sealer, InstantSource clock) {
    this.column = column;
    this.store = new SealedColumnStore(database, column);
    this.sealer = sealer;
    this.clock = clock;
  }

  /// Goes through all rows once. Blocks.
  public Counts run() {
    var counts = new Counts(0, 0, 0);
    var last = new SealedValue(new WorkspaceId(FIRST), FIRST, "");
    for (var page = after(last); !page.isEmpty(); page = after(last)) {
      for (var value : page) {
        counts = counts.plus(reseal(value));
      }
      last = page.getLast();
    }
    return counts;
  }

  private List<SealedValue> after(SealedValue last) {
    return await(store.after(call(last.workspace()), last, PAGE));
  }

  private Counts reseal(SealedValue value) {
    if (sealer.isCurrent(value.sealed())) {
      return new Counts(0, 1, 0);
    }
    var place = column.place(value.workspace(), value.id());
    try {
      var sealed = sealer.seal(sealer.open(value.sealed(), place), place);
      // What was changed meanwhile was sealed by a server, with its own first key.
      return await(store.replace(call(value.workspace()), value, sealed))
          ? new Counts(1, 0, 0)
          : new Counts(0, 1, 0);
    } catch (BrokenSealException broken) {
      LOG.error("a value cannot be opened", broken, "table", column.table(), "id", value.id());
      return new Counts(0, 0, 1);
    }
  }

  private Call call(WorkspaceId workspace) {
    return new Call("reseal", new Caller.Parley(workspace), Deadline.after(clock, STEP));
  }

  private static <T> T await(Future<T> future) {
    try {
      return future.await(STEP.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new IllegalStateException("the database did not answer", e);
    }
  }

  /// What was found.
  ///
  /// @param resealed sealed anew
  /// @param current sealed with the first key already
  /// @param broken cannot be opened, and were left as they are
  public record Counts(int resealed, int current, int broken) {
    Counts plus(Counts more) {
      return new Counts(resealed + more.resealed, current + more.current, broken + more.broken);
    }
  }
}
