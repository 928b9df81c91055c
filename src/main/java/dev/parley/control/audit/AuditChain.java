package dev.parley.control.audit;

import dev.parley.call.Call;
import dev.parley.control.audit.AuditRow.Sealed;
import dev.parley.control.audit.AuditStore.End;
import io.vertx.core.Future;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Walks the chain of a workspace from its first event and finds the first that is not as it was
/// written. Events that are added meanwhile are left for the next time.
///
/// Without an anchor, a chain that was cut off together with its head, or written anew by somebody
/// who has the key, looks whole: that is what anchors are noted for.
public final class AuditChain {
  private static final int PAGE = 1000;
  private static final long STEP_SECONDS = 10;

  private final AuditStore store;
  private final AuditSeal seal;

  AuditChain(AuditStore store, AuditSeal seal) {
    this.store = store;
    this.seal = seal;
  }

  /// Verifies the log of the call's workspace. Blocks; holds one page of it in memory.
  ///
  /// @param anchor what the chain was noted to be at some time; null for none
  public Outcome verify(Call call, @Nullable AuditAnchor anchor) {
    var end = await(store.end(call));
    var head = end.head() == null ? 0 : end.head().seq();
    var walk = new Walk(seal, head, anchor);
    var until = Math.max(head, end.last());
    for (var page = next(call, Long.MIN_VALUE); !page.isEmpty(); page = next(call, walk.seq)) {
      for (var row : page) {
        if (row.row().seq() > until) {
          return walk.outcome(walk.atEnd(end));
        }
        var fault = walk.step(row);
        if (fault != null) {
          return walk.outcome(fault);
        }
      }
    }
    return walk.outcome(walk.atEnd(end));
  }

  private List<Sealed> next(Call call, long after) {
    return await(store.oldest(call, after, PAGE));
  }

  private static <T> T await(Future<T> future) {
    try {
      return future.await(STEP_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new IllegalStateException("the database did not answer", e);
    }
  }

  /// What is wrong with a chain.
  public enum Reason {
    /// The event, or its order among the others, is not what was written.
    EDITED,
    /// The event is missing and later ones are there.
    GAP,
    /// The event was not written by the product.
    INSERTED,
    /// The event and all after it are missing.
    TRUNCATED,
    /// The head does not fit the last event.
    HEAD_EDITED,
    /// The event fits its chain and is not the one that the anchor noted.
    REWRITTEN;

    /// As in the API.
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// The first place where a chain is wrong.
  public record Fault(long seq, Reason reason) {}

  /// What was found.
  ///
  /// @param checked events that are as they were written
  /// @param last the last of them, to be noted as an anchor
  /// @param fault null when all is well
  public record Outcome(long checked, AuditAnchor last, @Nullable Fault fault) {
    public boolean ok() {
      return fault == null;
    }
  }

  /// How far a verification is.
  private static final class Walk {
    private final AuditSeal seal;
    private final long head;
    private final @Nullable AuditAnchor anchor;
    private long seq;
    private byte[] hash = AuditSeal.genesis();

    Walk(AuditSeal seal, long head, @Nullable AuditAnchor anchor) {
      this.seal = seal;
      this.head = head;
      this.anchor = anchor;
    }

    @Nullable Fault step(Sealed next) {
      var at = next.row().seq();
      if (at <= seq) {
        return new Fault(at, Reason.INSERTED);
      }
      if (at > seq + 1) {
        return new Fault(seq + 1, Reason.GAP);
      }
      if (!Arrays.equals(seal.hash(hash, next.row()), next.hash().getBytes())) {
        return new Fault(at, at > head ? Reason.INSERTED : Reason.EDITED);
      }
      seq = at;
      hash = next.hash().getBytes();
      return anchor != null && anchor.seq() == seq && !anchor.equals(last())
          ? new Fault(seq, Reason.REWRITTEN)
          : null;
    }

    @Nullable Fault atEnd(End end) {
      if (seq < head || (anchor != null && seq < anchor.seq())) {
        return new Fault(seq + 1, Reason.TRUNCATED);
      }
      var nothingEver = end.head() == null && seq == 0;
      return nothingEver || last().equals(end.head()) ? null : new Fault(seq, Reason.HEAD_EDITED);
    }

    Outcome outcome(@Nullable Fault fault) {
      return new Outcome(seq, last(), fault);
    }

    private AuditAnchor last() {
      return AuditAnchor.of(seq, hash);
    }
  }
}
