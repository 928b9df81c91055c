package dev.parley.tools.book;

import dev.parley.call.Call;
import dev.parley.call.Caller;
import dev.parley.call.Deadline;
import dev.parley.call.WorkspaceId;
import dev.parley.tools.mcp.McpServers;
import dev.parley.tools.tool.McpServer;
import dev.parley.tools.tool.Shelf;
import dev.parley.tools.tool.Tool;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// The tools of every workspace in the memory of this process. A change is taken over within half a
/// second, in every replica.
public final class ToolShelf implements Shelf {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final WorkspaceId NONE = new WorkspaceId(new UUID(0, 0));

  private final ToolStore store;
  private final McpServers servers;
  private final InstantSource clock;
  private volatile Map<WorkspaceId, Kept> kept = Map.of();

  ToolShelf(ToolStore store, McpServers servers, InstantSource clock) {
    this.store = store;
    this.servers = servers;
    this.clock = clock;
  }

  @Override
  public List<Tool> usable(WorkspaceId workspace) {
    return kept.getOrDefault(workspace, Kept.NOTHING).usable();
  }

  @Override
  public Optional<McpServer> server(WorkspaceId workspace, UUID id) {
    return kept.getOrDefault(workspace, Kept.NOTHING).server(id);
  }

  /// Reads everything anew, and lets go of servers that are not kept any more.
  public Future<Void> load() {
    var call = new Call("tools", new Caller.Parley(NONE), Deadline.after(clock, LIMIT));
    return store
        .all(call)
        .map(all -> {
          kept = Map.copyOf(all);
          servers.keep(
              all.values().stream()
                  .flatMap(one -> one.servers().stream())
                  .map(McpServer::id)
                  .collect(Collectors.toSet()));
          return null;
        });
  }
}
