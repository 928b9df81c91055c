package dev.parley.metering;

import dev.parley.platform.lifecycle.Part;
import dev.parley.platform.postgres.Database;
import io.vertx.core.Vertx;
import java.time.InstantSource;

/// The door of metering.
///
/// @param part stores what is still waiting when the process stops
public record Metering(Part part, Ledger ledger) {

  /// Wires the part.
  public static Metering of(Vertx vertx, Database database, InstantSource clock) {
    var ledger = new Ledger(vertx, new LedgerStore(database), clock);
    return new Metering(Part.verticle("metering", 1, () -> new MeteringVerticle(ledger)), ledger);
  }
}
