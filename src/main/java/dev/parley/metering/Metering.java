package dev.parley.metering;

import dev.parley.control.audit.Audit;
import dev.parley.control.change.Change;
import dev.parley.metering.budget.Budgeting;
import dev.parley.metering.limit.Limiting;
import dev.parley.metering.limit.Limits;
import dev.parley.metering.outbox.Outbox;
import dev.parley.metering.outbox.OutboxStore;
import dev.parley.metering.price.Pricing;
import dev.parley.metering.rollup.Reports;
import dev.parley.platform.http.RouteGroup;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.lifecycle.Part;
import dev.parley.platform.observe.Metrics;
import dev.parley.platform.postgres.Database;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/// The door of metering.
///
/// @param parts in the order in which they start: budgets, which end after the ledger, then the
///   ledger, which stores what is still waiting when the process stops
/// @param meter where model calls are paid
/// @param outbox where consumers take events of usage from
public record Metering(
    List<Part> parts,
    Ledger ledger,
    Meter meter,
    Pricing pricing,
    Budgeting budgeting,
    Limiting limiting,
    Reports reports,
    Outbox outbox) {

  /// Wires the part on a migrated database.
  public static Metering of(MeteringConfig config, Needs needs) {
    var database = needs.database();
    var clock = needs.clock();
    var store = new LedgerStore(database, config.told());
    var ledger = new Ledger(needs.vertx(), store, clock);
    var journal = new Journal(needs.folder());
    var measured = new MeteringMetrics(needs.metrics().registry(), ledger);
    var audit = needs.audit();
    var pricing = Pricing.of(database, needs.change(), audit.store(), needs.ids(), clock);
    var reports = Reports.of(database, pricing.prices(), audit.log(), clock);
    var budgeting = budgeting(config, needs, reports);
    var limiting =
        Limiting.of(needs.limits(), database, needs.change(), audit.store(), needs.ids(), clock);
    var outbox = new Outbox(new OutboxStore(database), clock);
    var left = new BillWhatIsLeft(journal, store, pricing.prices(), clock);
    var book = new MeteringVerticle.Book(ledger, journal, left);
    var part =
        Part.verticle("metering", 1, () -> new MeteringVerticle(book, pricing, outbox, config));
    return new Metering(
        List.of(limiting.part(), budgeting.part(), part),
        ledger,
        new Meter(
            pricing.prices(),
            budgeting.budgets(),
            limiting.limits(),
            new Meter.Book(ledger, journal, config.durableIn()),
            measured,
            clock),
        pricing,
        budgeting,
        limiting,
        reports,
        outbox);
  }

  private static Budgeting budgeting(MeteringConfig config, Needs needs, Reports reports) {
    return Budgeting.of(
        config.budgets(),
        new Budgeting.Needs(
            needs.database(),
            needs.change(),
            needs.audit().store(),
            reports.rollups(),
            needs.replica(),
            needs.ids(),
            needs.clock()));
  }

  /// The operations of all its packages.
  public List<RouteGroup> routes() {
    return List.of(pricing.routes(), budgeting.routes(), limiting.routes(), reports.routes());
  }

  /// What metering is given.
  ///
  /// @param replica names this process in leases
  /// @param folder of this process alone, where it finds again what it did not finish
  public record Needs(
      Vertx vertx,
      Database database,
      Change change,
      Audit audit,
      Limits limits,
      Metrics metrics,
      String replica,
      Path folder,
      Ids ids,
      InstantSource clock) {}
}
