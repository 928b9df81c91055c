package dev.parley.metering;

import dev.parley.metering.budget.Budgets;
import dev.parley.metering.price.Prices;
import dev.parley.platform.lifecycle.Part;
import dev.parley.platform.observe.Metrics;
import dev.parley.platform.postgres.Database;
import io.vertx.core.Vertx;
import java.time.InstantSource;

/// The door of metering.
///
/// @param part stores what is still waiting when the process stops
/// @param meter where model calls are paid
public record Metering(Part part, Ledger ledger, Meter meter) {

  /// Wires the part.
  public static Metering of(Vertx vertx, Database database, Metrics metrics, InstantSource clock) {
    var ledger = new Ledger(vertx, new LedgerStore(database), clock);
    var prices = Prices.seeded();
    var measured = new MeteringMetrics(metrics.registry());
    var meter = new Meter(prices, new Budgets(), ledger, measured, clock);
    var part = Part.verticle("metering", 1, () -> new MeteringVerticle(ledger));
    return new Metering(part, ledger, meter);
  }
}
