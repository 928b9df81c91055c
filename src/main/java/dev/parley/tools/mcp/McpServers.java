package dev.parley.tools.mcp;

import dev.parley.call.Call;
import dev.parley.call.WorkspaceId;
import dev.parley.platform.http.outbound.Outbound;
import dev.parley.platform.lifecycle.Stories;
import dev.parley.platform.observe.Log;
import dev.parley.platform.seal.Place;
import dev.parley.platform.seal.SealedColumn;
import dev.parley.platform.seal.Sealer;
import dev.parley.tools.tool.Arguments;
import dev.parley.tools.tool.McpServer;
import dev.parley.tools.tool.Outcome;
import dev.parley.tools.tool.ToolProblem;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// The servers of the Model Context Protocol that this process talks to. Safe from any thread.
public final class McpServers {
  /// What is sent along with requests.
  public static final SealedColumn CREDENTIALS =
      new SealedColumn("mcp_server", "auth_sealed", "MCP credentials");

  private static final Log LOG = Log.of(McpServers.class);

  private final Outbound outbound;
  private final Sealer sealer;
  private final Map<String, McpProgram> programs;
  private final Stories uses;
  private final Stories readers;
  private final InstantSource clock;
  private final Map<UUID, McpConnection> connections = new ConcurrentHashMap<>();

  /// @param programs that may be started
  /// @param uses run what waits for servers
  /// @param readers read what programs say, for as long as those run
  public McpServers(
      Outbound outbound,
      Sealer sealer,
      List<McpProgram> programs,
      Stories uses,
      Stories readers,
      InstantSource clock) {
    this.outbound = outbound;
    this.sealer = sealer;
    this.programs = programs.stream().collect(Collectors.toMap(McpProgram::name, one -> one));
    this.uses = uses;
    this.readers = readers;
    this.clock = clock;
  }

  /// Where the credential of a server stands.
  public static Place place(WorkspaceId workspace, UUID server) {
    return CREDENTIALS.place(workspace, server);
  }

  /// Names of the programs that may be chosen.
  public Set<String> programs() {
    return programs.keySet();
  }

  /// What a server offers now. Fails with a [ToolProblem].
  public Future<List<Listed>> list(Call call, McpServer server) {
    return uses.start(() -> connection(call.workspace(), server).list());
  }

  /// Uses a tool of a server. What the server does wrong is an outcome, not a failure.
  public Future<Outcome> use(Call call, McpServer server, String remote, Arguments arguments) {
    return uses.start(() -> {
      try {
        return connection(call.workspace(), server).use(remote, arguments);
      } catch (ToolProblem problem) {
        return Outcome.failed(problem.detail());
      }
    });
  }

  /// Closes the connections to all other servers.
  public void keep(Set<UUID> servers) {
    connections.forEach((id, connection) -> {
      if (!servers.contains(id) && connections.remove(id, connection)) {
        close(connection);
      }
    });
  }

  private McpConnection connection(WorkspaceId workspace, McpServer server) {
    var known = connections.get(server.id());
    if (known != null && known.isFor(server)) {
      return known;
    }
    var made = new McpConnection(server, () -> wire(workspace, server));
    var old = connections.put(server.id(), made);
    if (old != null) {
      close(old);
    }
    return made;
  }

  /// Elsewhere, because it waits for whoever is opening it.
  private void close(McpConnection connection) {
    var _ =
        uses.start(
                () -> {
                  connection.close();
                  return true;
                })
            .onFailure(e -> LOG.warning("a connection was not closed", "cause", e));
  }

  private Wire wire(WorkspaceId workspace, McpServer server) {
    if (!server.command().isEmpty()) {
      var program = programs.get(server.command());
      if (program == null) {
        throw new ToolProblem.Broken("The configuration has no program of this name any more.");
      }
      return new ProgramWire(program, readers);
    }
    var credential = server.credential();
    Map<String, String> header =
        credential == null
            ? Map.of()
            : Map.of(
                credential.header(),
                sealer.openText(credential.sealed(), place(workspace, server.id())));
    return new HttpWire(outbound, clock, workspace, server.url(), header);
  }
}
