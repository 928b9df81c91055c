package dev.parley.tools.book;

import dev.parley.tools.tool.McpServer;
import dev.parley.tools.tool.Tool;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What one workspace keeps.
///
/// @param stopped whether no tool is used at all
record Kept(boolean stopped, List<Tool> tools, List<McpServer> servers) {
  static final Kept NOTHING = new Kept(false, List.of(), List.of());

  Kept {
    tools = List.copyOf(tools);
    servers = List.copyOf(servers);
  }

  List<Tool> usable() {
    return stopped ? List.of() : tools.stream().filter(Tool::enabled).toList();
  }

  Optional<Tool> tool(UUID id) {
    return tools.stream().filter(tool -> tool.id().equals(id)).findFirst();
  }

  Optional<McpServer> server(UUID id) {
    return servers.stream().filter(server -> server.id().equals(id)).findFirst();
  }
}
