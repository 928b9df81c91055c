package dev.parley.metering.limit;

import dev.parley.call.Call;
import dev.parley.call.Caller;
import dev.parley.call.Deadline;
import dev.parley.call.WorkspaceId;
import dev.parley.control.audit.AuditStore;
import dev.parley.control.change.Change;
import dev.parley.control.edit.EditStore;
import dev.parley.platform.http.RouteGroup;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.lifecycle.Part;
import dev.parley.platform.postgres.Database;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;

/// The door of limits that administrators set.
///
/// @param part reads them, and says of those inside that they are still there
public record Limiting(UsageLimits limits, RouteGroup routes, Part part) {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final WorkspaceId NONE = new WorkspaceId(new UUID(0, 0));

  /// Wires the package on a migrated database.
  public static Limiting of(
      Limits limits,
      Database database,
      Change change,
      AuditStore audit,
      Ids ids,
      InstantSource clock) {
    var edits = new EditStore(database, change.store(), audit, UsageLimitStore.TOPIC);
    var store = new UsageLimitStore(database, edits);
    var known = new UsageLimits(limits);
    Supplier<Future<Void>> load =
        () ->
            store
                .all(new Call("limits", new Caller.Parley(NONE), Deadline.after(clock, LIMIT)))
                .onSuccess(known::put)
                .mapEmpty();
    change.changes().keep(UsageLimitStore.TOPIC, load);
    return new Limiting(
        known,
        new LimitRoutes(store, change.changes(), ids, clock),
        Part.verticle("limits", 1, () -> new LimitVerticle(known, load)));
  }
}
