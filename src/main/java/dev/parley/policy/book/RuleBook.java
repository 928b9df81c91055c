package dev.parley.policy.book;

import dev.parley.control.audit.AuditStore;
import dev.parley.control.change.Change;
import dev.parley.control.edit.EditStore;
import dev.parley.platform.http.RouteGroup;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.lifecycle.Stories;
import dev.parley.platform.postgres.Database;
import java.time.InstantSource;

/// The door of the package.
///
/// @param shelf to be loaded before the first question
public record RuleBook(RuleShelf shelf, RouteGroup routes) {

  /// Wires the package.
  ///
  /// @param readings for long texts
  public static RuleBook of(
      Database database,
      Change change,
      AuditStore audit,
      Stories readings,
      Ids ids,
      InstantSource clock) {
    var edits = new EditStore(database, change.store(), audit, RuleStore.TOPIC);
    var store = new RuleStore(database, edits);
    var shelf = new RuleShelf(store, clock);
    change.changes().keep(RuleStore.TOPIC, shelf::load);
    return new RuleBook(
        shelf, new RuleRoutes(store, shelf, readings, change.changes(), ids, clock));
  }
}
