package dev.parley.metering;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.call.Call;
import dev.parley.call.Caller;
import dev.parley.call.Deadline;
import dev.parley.call.WorkspaceId;
import dev.parley.metering.price.Cost;
import dev.parley.metering.price.Prices;
import dev.parley.metering.usage.Usage;
import dev.parley.platform.http.Problem;
import dev.parley.platform.observe.Log;
import io.vertx.core.Future;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Bills what a process that was killed has left in the journal: calls that had ended and were not
/// durable yet as they were, and those under way with what had come of them. An entry that is in
/// the ledger already stays as it is.
final class BillWhatIsLeft {
  private static final Log LOG = Log.of(BillWhatIsLeft.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final Journal journal;
  private final LedgerStore store;
  private final Prices prices;
  private final InstantSource clock;

  BillWhatIsLeft(Journal journal, LedgerStore store, Prices prices, InstantSource clock) {
    this.journal = journal;
    this.store = store;
    this.prices = prices;
    this.clock = clock;
  }

  /// Those that had ended come first: they know more than a note that the same call is under way.
  /// Never fails.
  Future<Void> run() {
    var left = new ArrayList<>(journal.left());
    left.sort((one, other) -> Boolean.compare(other.hasEnded(), one.hasEnded()));
    Future<Void> all = Future.succeededFuture();
    for (var slot : left) {
      all = all.compose(_ -> bill(slot));
    }
    return all.onSuccess(_ -> {
      if (!left.isEmpty()) {
        LOG.info("usage of the process before was billed", "calls", left.size());
      }
    });
  }

  private Future<Void> bill(JournalSlot slot) {
    var entry = slot.text().map(text -> entry(text, slot));
    if (entry.isEmpty()) {
      journal.free(slot);
      return Future.succeededFuture();
    }
    var workspace = new WorkspaceId(UUID.fromString(entry.get().path("workspace_id").asText()));
    var call = new Call("ledger", new Caller.Parley(workspace), Deadline.after(clock, LIMIT));
    return store
        .insert(call, List.of(entry.get().toString()))
        .onSuccess(_ -> journal.free(slot))
        .recover(failure -> {
          LOG.warning(call, "a call of the process before is not billed", "cause", failure);
          if (failure instanceof Problem problem && !problem.retryable()) {
            journal.free(slot);
          }
          return Future.succeededFuture();
        });
  }

  private ObjectNode entry(String text, JournalSlot slot) {
    try {
      var entry = (ObjectNode) JSON.readTree(text);
      return slot.hasEnded() ? entry : withUsage(entry, slot.used());
    } catch (IOException e) {
      throw new IllegalStateException("what was checked cannot be read", e);
    }
  }

  private ObjectNode withUsage(ObjectNode entry, Usage used) {
    entry.put("input_tokens", used.input());
    entry.put("output_tokens", used.output());
    entry.put("cost_nano", cost(entry, used));
    return entry;
  }

  private long cost(ObjectNode entry, Usage used) {
    if (!entry.hasNonNull("price_id")) {
      return 0;
    }
    var workspace = new WorkspaceId(UUID.fromString(entry.path("workspace_id").asText()));
    return prices
        .byId(workspace, UUID.fromString(entry.path("price_id").asText()))
        .map(price -> Cost.nano(price, used))
        .orElse(0L);
  }
}
