package dev.parley.control.audit;

import dev.parley.platform.http.RouteGroup;
import dev.parley.platform.lifecycle.Part;
import dev.parley.platform.lifecycle.Stories;
import dev.parley.platform.postgres.Database;
import java.nio.file.Path;
import java.time.InstantSource;

/// The door of the audit log.
///
/// @param store for stores, which add to the log in their own transactions
/// @param log for everybody else
/// @param chains for the command line
/// @param part notes the anchors
public record Audit(
    AuditStore store, AuditLog log, AuditChains chains, RouteGroup routes, Part part) {
  /// A verification reads everything, so few run at once.
  private static final int VERIFICATIONS = 2;

  /// Opens the log on a migrated database. Blocks when the key is kept in a file.
  public static Audit of(AuditConfig config, Path dataDir, Database database, InstantSource clock) {
    var seal = AuditKey.seal(config, dataDir);
    var store = new AuditStore(database, seal, clock);
    var log = new AuditLog(store);
    var chain = new AuditChain(store, seal);
    var anchors = new AuditAnchors(store, clock);
    var verifications = new Stories("audit", VERIFICATIONS);
    return new Audit(
        store,
        log,
        new AuditChains(store, chain, clock),
        new AuditRoutes(store, log, chain, verifications, clock),
        Part.verticle("audit", 1, () -> new AuditVerticle(anchors, verifications)));
  }
}
