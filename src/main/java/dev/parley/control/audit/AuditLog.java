package dev.parley.control.audit;

import dev.parley.call.Call;
import io.vertx.core.Future;

/// Where parts without a transaction of their own write down what happened. Safe from any thread.
public final class AuditLog {
  private final AuditStore store;

  AuditLog(AuditStore store) {
    this.store = store;
  }

  /// Completes when the event is durable in the log of the call's workspace.
  public Future<Void> append(Call call, AuditEvent event) {
    return store.append(call, event);
  }
}
