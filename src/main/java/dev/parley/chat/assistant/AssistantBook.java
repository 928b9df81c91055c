package dev.parley.chat.assistant;

import dev.parley.control.audit.AuditStore;
import dev.parley.control.change.Change;
import dev.parley.control.edit.EditStore;
import dev.parley.gateway.model.Models;
import dev.parley.platform.http.RouteGroup;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.postgres.Database;
import java.time.InstantSource;

/// The door of the package.
///
/// @param shelf to be loaded before the first question
/// @param drafts versions that are not live, for whoever tries them
public record AssistantBook(AssistantShelf shelf, Drafts drafts, RouteGroup routes) {

  /// Wires the package.
  public static AssistantBook of(
      Database database,
      Change change,
      AuditStore audit,
      Models models,
      Ids ids,
      InstantSource clock) {
    var edits = new EditStore(database, change.store(), audit, AssistantStore.TOPIC);
    var store = new AssistantStore(database, edits);
    var shelf = new AssistantShelf(store, clock);
    var check = new CheckDefinition(models);
    change.changes().keep(AssistantStore.TOPIC, shelf::load);
    return new AssistantBook(
        shelf,
        new Drafts(store, check),
        new AssistantRoutes(store, shelf, check, change.changes(), ids, clock));
  }
}
