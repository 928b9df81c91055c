package dev.parley.metering.rollup;

import dev.parley.control.audit.AuditLog;
import dev.parley.metering.price.Prices;
import dev.parley.platform.http.RouteGroup;
import dev.parley.platform.postgres.Database;
import java.time.InstantSource;

/// The door of figures.
public record Reports(Rollups rollups, Rerate rerate, RouteGroup routes) {

  /// Wires the package.
  public static Reports of(Database database, Prices prices, AuditLog log, InstantSource clock) {
    var rollups = new Rollups(new RollupStore(database));
    var entries = new EntryStore(database);
    return new Reports(
        rollups, new Rerate(entries, prices, clock), new UsageRoutes(rollups, entries, log, clock));
  }
}
