package dev.parley.tools.book;

import dev.parley.control.audit.AuditStore;
import dev.parley.control.change.Change;
import dev.parley.control.edit.EditStore;
import dev.parley.platform.http.RouteGroup;
import dev.parley.platform.http.outbound.Outbound;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.postgres.Database;
import dev.parley.platform.seal.Sealer;
import dev.parley.tools.mcp.McpServers;
import dev.parley.tools.run.Toolbox;
import java.time.InstantSource;
import java.util.List;

/// The door of the package.
public final class ToolBook {
  private final Needs needs;
  private final ToolStore store;
  private final ToolShelf shelf;

  /// What the package is given.
  public record Needs(
      Database database,
      Change change,
      AuditStore audit,
      Outbound outbound,
      Sealer sealer,
      McpServers servers,
      Ids ids,
      InstantSource clock) {}

  public ToolBook(Needs needs) {
    this.needs = needs;
    var edits =
        new EditStore(needs.database(), needs.change().store(), needs.audit(), ToolStore.TOPIC);
    this.store = new ToolStore(needs.database(), edits);
    this.shelf = new ToolShelf(store, needs.servers(), needs.clock());
    needs.change().changes().keep(ToolStore.TOPIC, shelf::load);
  }

  /// To be loaded before the first use of a tool.
  public ToolShelf shelf() {
    return shelf;
  }

  /// The operations.
  ///
  /// @param toolbox for trying tools
  public List<RouteGroup> routes(Toolbox toolbox) {
    var changes = needs.change().changes();
    var desk = new Desk(store, changes, needs.sealer(), needs.ids(), needs.clock());
    return List.of(
        new ToolRoutes(desk, needs.servers(), toolbox),
        new ServerRoutes(desk, needs.servers(), needs.outbound()),
        new ImportRoutes(desk, needs.outbound()));
  }
}
