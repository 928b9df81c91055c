package dev.parley.metering.price;

import dev.parley.control.audit.AuditStore;
import dev.parley.control.change.Change;
import dev.parley.control.edit.EditStore;
import dev.parley.platform.http.RouteGroup;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.postgres.Database;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.function.Supplier;

/// The door of prices.
///
/// @param load reads the prices of the workspaces; to be awaited before calls are made
public record Pricing(Prices prices, RouteGroup routes, Supplier<Future<Void>> load) {

  /// Wires the package on a migrated database.
  public static Pricing of(
      Database database, Change change, AuditStore audit, Ids ids, InstantSource clock) {
    var edits = new EditStore(database, change.store(), audit, PriceStore.TOPIC);
    var store = new PriceStore(database, edits);
    var prices = Prices.seeded();
    var memory = new PriceMemory(store, prices, clock);
    change.changes().keep(PriceStore.TOPIC, memory::load);
    var routes = new PriceRoutes(store, prices, change.changes(), ids, clock);
    return new Pricing(prices, routes, memory::load);
  }
}
