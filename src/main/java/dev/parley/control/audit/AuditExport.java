package dev.parley.control.audit;

import dev.parley.call.Call;
import dev.parley.call.Deadline;
import dev.parley.control.audit.AuditRow.Sealed;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// One export on its way, page by page, the newest events first. Events are only added above the
/// first page, so the pages fit together without one long transaction. Lives on one event loop.
final class AuditExport {
  private static final int PAGE = 500;
  private static final Duration STEP = Duration.ofSeconds(10);

  private final AuditStore store;
  private final Call call;
  private final AuditFilter filter;
  private final InstantSource clock;
  private long before = Long.MAX_VALUE;
  private boolean begun;

  AuditExport(AuditStore store, Call call, AuditFilter filter, InstantSource clock) {
    this.store = store;
    this.call = call;
    this.filter = filter;
    this.clock = clock;
  }

  /// The next lines; empty after the last.
  Future<Optional<String>> next() {
    return store
        .newest(call.until(Deadline.after(clock, STEP)), filter, before, PAGE)
        .map(this::lines);
  }

  private Optional<String> lines(List<Sealed> rows) {
    var head = begun ? "" : AuditTable.head();
    begun = true;
    if (rows.isEmpty()) {
      return head.isEmpty() ? Optional.empty() : Optional.of(head);
    }
    before = rows.getLast().row().seq();
    return Optional.of(head + AuditTable.lines(rows));
  }
}
