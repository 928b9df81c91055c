package dev.parley.tools;

import dev.parley.platform.lifecycle.Stories;
import dev.parley.tools.book.ToolShelf;
import dev.parley.tools.mcp.McpServers;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// Reads the tools before anything is asked, and ends programs that were started for them.
final class ToolsVerticle extends VerticleBase {
  private static final Duration DRAIN = Duration.ofSeconds(2);

  private final ToolShelf shelf;
  private final McpServers servers;
  private final List<Stories> stories;

  ToolsVerticle(ToolShelf shelf, McpServers servers, List<Stories> stories) {
    this.shelf = shelf;
    this.servers = servers;
    this.stories = stories;
  }

  @Override
  public Future<?> start() {
    return shelf.load();
  }

  @Override
  public Future<?> stop() {
    return vertx.executeBlocking(() -> {
      servers.keep(Set.of());
      for (var one : stories) {
        one.drain(DRAIN);
      }
      return true;
    });
  }
}
