package dev.parley.metering.budget;

import dev.parley.control.audit.AuditStore;
import dev.parley.control.change.Change;
import dev.parley.control.edit.EditStore;
import dev.parley.metering.outbox.OutboxStore;
import dev.parley.metering.rollup.RollupStore;
import dev.parley.metering.rollup.Rollups;
import dev.parley.platform.http.RouteGroup;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.lifecycle.Part;
import dev.parley.platform.postgres.Database;
import dev.parley.platform.time.FineClock;
import java.time.InstantSource;

/// The door of budgets.
///
/// @param part keeps leases alive, and gives them back at the end
public record Budgeting(Budgets budgets, RouteGroup routes, Part part) {

  /// Wires the package on a migrated database.
  public static Budgeting of(BudgetConfig config, Needs needs) {
    var database = needs.database();
    var edits = new EditStore(database, needs.change().store(), needs.audit(), BudgetStore.TOPIC);
    var store = new BudgetStore(database, edits);
    var leases = new LeaseStore(database, new RollupStore(database), needs.replica());
    // Never set back, as leases have to be.
    var ofSlices = new Slice.Needs(leases, config, needs.ids(), FineClock.system());
    var budgets = new Budgets(ofSlices);
    var memory = new BudgetMemory(store, budgets, needs.clock());
    needs.change().changes().keep(BudgetStore.TOPIC, memory::load);
    var outbox = new OutboxStore(database);
    var thresholds =
        new Thresholds(new ThresholdStore(database, needs.audit(), outbox), needs.clock());
    var upkeep = new BudgetUpkeep(budgets, ofSlices, thresholds, needs.clock());
    return new Budgeting(
        budgets,
        new BudgetRoutes(
            store, needs.rollups(), needs.change().changes(), needs.ids(), needs.clock()),
        Part.verticle("budgets", 1, () -> new BudgetVerticle(memory, upkeep, config)));
  }

  /// What budgets are given.
  ///
  /// @param replica names this process in leases
  public record Needs(
      Database database,
      Change change,
      AuditStore audit,
      Rollups rollups,
      String replica,
      Ids ids,
      InstantSource clock) {}
}
