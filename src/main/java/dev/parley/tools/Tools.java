package dev.parley.tools;

import dev.parley.control.audit.Audit;
import dev.parley.control.change.Change;
import dev.parley.platform.http.RouteGroup;
import dev.parley.platform.http.outbound.Outbound;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.lifecycle.Part;
import dev.parley.platform.lifecycle.Stories;
import dev.parley.platform.observe.Metrics;
import dev.parley.platform.postgres.Database;
import dev.parley.platform.seal.Sealer;
import dev.parley.policy.Policing;
import dev.parley.tools.book.ToolBook;
import dev.parley.tools.builtin.Builtins;
import dev.parley.tools.http.HttpTool;
import dev.parley.tools.mcp.McpServers;
import dev.parley.tools.run.KeptToolbox;
import dev.parley.tools.run.KeptToolbox.Hands;
import dev.parley.tools.run.Toolbox;
import java.time.InstantSource;
import java.util.List;

/// The door of tools.
///
/// @param part reads the tools, and ends what was started for them
/// @param toolbox for those who talk to models
public record Tools(Part part, Toolbox toolbox, List<RouteGroup> routes) {
  private static final int USES = 64;
  private static final int PROGRAMS = 64;

  /// Wires the part.
  public static Tools of(ToolsConfig config, Needs needs) {
    var uses = new Stories("mcp", USES);
    var readers = new Stories("mcp-program", PROGRAMS);
    var servers =
        new McpServers(
            needs.outbound(), needs.sealer(), config.mcpPrograms(), uses, readers, needs.clock());
    var book =
        new ToolBook(
            new ToolBook.Needs(
                needs.database(),
                needs.change(),
                needs.audit().store(),
                needs.outbound(),
                needs.sealer(),
                servers,
                needs.ids(),
                needs.clock()));
    var hands =
        new Hands(
            new HttpTool(needs.outbound(), needs.sealer()), servers, new Builtins(needs.clock()));
    var toolbox =
        new KeptToolbox(
            book.shelf(),
            needs.policing(),
            hands,
            needs.audit().log(),
            needs.metrics(),
            needs.clock());
    var part =
        Part.verticle(
            "tools", 1, () -> new ToolsVerticle(book.shelf(), servers, List.of(uses, readers)));
    return new Tools(part, toolbox, book.routes(toolbox));
  }

  /// What the part is given.
  public record Needs(
      Database database,
      Outbound outbound,
      Change change,
      Audit audit,
      Sealer sealer,
      Policing policing,
      Metrics metrics,
      Ids ids,
      InstantSource clock) {}
}
