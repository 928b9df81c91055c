package dev.parley.gateway.book;

import dev.parley.control.audit.AuditStore;
import dev.parley.control.change.Change;
import dev.parley.control.edit.EditStore;
import dev.parley.gateway.route.Breakers;
import dev.parley.gateway.route.RouteBook;
import dev.parley.platform.http.RouteGroup;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.postgres.Database;
import dev.parley.platform.seal.SealedColumn;
import dev.parley.platform.seal.Sealer;
import io.vertx.core.Vertx;
import java.time.InstantSource;

/// The door of the package.
///
/// @param shelf to be loaded before the first call
public record Book(RouteShelf shelf, RouteGroup routes) {
  /// The keys of providers.
  public static final SealedColumn KEYS =
      new SealedColumn("model_provider_key", "sealed", "provider keys");

  /// Wires the package.
  ///
  /// @param breakers of all targets of this process
  /// @param configured the routes of workspaces that keep none
  public static Book of(Needs needs, Upstreams upstreams, Breakers breakers, RouteBook configured) {
    var edits =
        new EditStore(needs.database(), needs.change().store(), needs.audit(), BookStore.TOPIC);
    var store = new BookStore(needs.database(), edits);
    var make = new MakeRoutes(needs.sealer(), upstreams, breakers);
    var shelf = new RouteShelf(store, make, configured, needs.clock());
    var changes = needs.change().changes();
    changes.keep(BookStore.TOPIC, shelf::load);
    var test = new TestProvider(needs.vertx(), upstreams, needs.sealer());
    return new Book(
        shelf,
        new BookRoutes(
            store, shelf, upstreams, test, needs.sealer(), changes, needs.ids(), needs.clock()));
  }

  /// What the package is given.
  public record Needs(
      Vertx vertx,
      Database database,
      Change change,
      AuditStore audit,
      Sealer sealer,
      Ids ids,
      InstantSource clock) {}
}
