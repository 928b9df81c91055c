package dev.parley.identity.key;

import dev.parley.control.audit.AuditStore;
import dev.parley.platform.http.RouteGroup;
import dev.parley.platform.postgres.Database;
import java.time.InstantSource;

/// The door of API keys.
public record ApiKeys(Keys keys, RouteGroup routes) {

  /// Wires the package.
  public static ApiKeys of(Database database, AuditStore audit, InstantSource clock) {
    var store = new KeyStore(database, audit);
    var keys = new Keys(store, clock);
    return new ApiKeys(keys, new KeyRoutes(store, keys, clock));
  }
}
