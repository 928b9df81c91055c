package dev.parley.tools.tool;

import dev.parley.call.WorkspaceId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The tools of workspaces, as of now. Safe from any thread.
public interface Shelf {

  /// Those that may be used, by name; none while all of them are switched off.
  List<Tool> usable(WorkspaceId workspace);

  /// One of them.
  default Optional<Tool> usable(WorkspaceId workspace, String name) {
    return usable(workspace).stream().filter(tool -> tool.name().equals(name)).findFirst();
  }

  Optional<McpServer> server(WorkspaceId workspace, UUID id);
}
