package dev.parley.tools.book;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.call.Call;
import dev.parley.control.audit.AuditAction;
import dev.parley.control.audit.AuditEvent;
import dev.parley.platform.http.Answer;
import dev.parley.platform.http.HttpProblem;
import dev.parley.platform.http.Problem.Offence;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.RouteGroup;
import dev.parley.platform.http.outbound.Outbound;
import dev.parley.platform.time.Stopwatch;
import dev.parley.tools.book.Desk.WantedCredential;
import dev.parley.tools.book.ToolViews.ServerView;
import dev.parley.tools.book.ToolViews.ToolView;
import dev.parley.tools.mcp.Listed;
import dev.parley.tools.mcp.McpServers;
import dev.parley.tools.tool.McpServer;
import dev.parley.tools.tool.Tool;
import dev.parley.tools.tool.Tool.Does;
import dev.parley.tools.tool.ToolProblem;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Operations on servers of the Model Context Protocol.
final class ServerRoutes implements RouteGroup {
  private static final int LONGEST_NAME = 64;

  private final Desk desk;
  private final McpServers servers;
  private final Outbound outbound;

  ServerRoutes(Desk desk, McpServers servers, Outbound outbound) {
    this.desk = desk;
    this.servers = servers;
    this.outbound = outbound;
  }

  @Override
  public void addTo(Operations operations) {
    operations.on("addMcpServer", this::add);
    operations.on("removeMcpServer", this::remove);
    operations.on("checkMcpServer", this::check);
    operations.on("addMcpTools", this::addTools);
  }

  private Future<Answer> add(Request request) {
    var call = request.call();
    var wanted = request.body(Wanted.class);
    var id = desk.ids().next();
    var url = wanted.url() == null ? "" : wanted.url().strip();
    var program = wanted.program() == null ? "" : wanted.program();
    if (url.isEmpty() == program.isEmpty()) {
      throw invalid("/url", "or a program must be given, not both");
    }
    if (!program.isEmpty() && !servers.programs().contains(program)) {
      throw invalid("/program", "is not among those that the configuration allows");
    }
    var credential = desk.sealed(wanted.credential(), McpServers.place(call.workspace(), id));
    var server = new McpServer(id, wanted.name(), url, program, url.isEmpty() ? null : credential);
    var event =
        AuditEvent.of(AuditAction.TOOL_ADDED, "mcp_server:" + id, Map.of("name", server.name()));
    return reachable(call, url)
        .compose(_ -> desk.taken(desk.store().add(call, server, desk.clock().instant(), event)))
        .map(_ -> Answer.created(ServerView.of(server)));
  }

  private Future<?> reachable(Call call, String url) {
    return url.isEmpty() ? Future.succeededFuture() : outbound.address(call, url);
  }

  private Future<Answer> remove(Request request) {
    var call = request.call();
    return desk.server(call, request.pathId("server_id"))
        .compose(server -> {
          var event =
              AuditEvent.of(
                  AuditAction.TOOL_REMOVED,
                  "mcp_server:" + server.id(),
                  Map.of("name", server.name()));
          return desk.taken(desk.store().removeServer(call, server.id(), event));
        })
        .map(_ -> Answer.noContent());
  }

  /// Whether the server answers, and what it offers.
  private Future<Answer> check(Request request) {
    var call = request.call();
    var watch = Stopwatch.start();
    return desk.server(call, request.pathId("server_id"))
        .compose(server ->
            servers
                .list(call, server)
                .map(tools -> new Checked(true, "", watch.millis(), offers(tools)))
                .recover(failure ->
                    failure instanceof ToolProblem problem
                        ? Future.succeededFuture(
                            new Checked(false, problem.detail(), watch.millis(), List.of()))
                        : Future.failedFuture(failure)))
        .map(Answer::json);
  }

  /// Makes tools of what the server offers now. What it says of itself is not believed: a tool has
  /// side effects unless whoever adds it says otherwise.
  private Future<Answer> addTools(Request request) {
    var call = request.call();
    var wanted = request.body(WantedTools.class).tools();
    return desk.server(call, request.pathId("server_id"))
        .compose(server ->
            servers
                .list(call, server)
                .compose(offered -> {
                  var tools = wanted.stream().map(one -> tool(server, offered, one)).toList();
                  return desk.add(call, tools).map(_ -> tools);
                }))
        .map(tools -> Answer.created(new Added(tools.stream().map(ToolView::of).toList())));
  }

  private Tool tool(McpServer server, List<Listed> offered, WantedRemote wanted) {
    var found =
        offered.stream()
            .filter(one -> one.remote().equals(wanted.remote()) && one.refused() == null)
            .findFirst()
            .orElseThrow(() -> invalid("/tools", "the server offers no " + wanted.remote()));
    var name = (server.name() + "_" + found.remote()).replaceAll("[^A-Za-z0-9_-]", "_");
    return new Tool(
        desk.ids().next(),
        name.substring(0, Math.min(LONGEST_NAME, name.length())),
        found.description(),
        wanted.sideEffect() == null || wanted.sideEffect(),
        true,
        found.arguments(),
        new Does.Mcp(server.id(), found.remote()));
  }

  private static List<Offer> offers(List<Listed> tools) {
    return tools.stream()
        .map(one ->
            new Offer(
                one.remote(),
                one.description(),
                one.readOnly(),
                one.arguments().tree(),
                one.refused()))
        .toList();
  }

  private static HttpProblem invalid(String pointer, String detail) {
    return new HttpProblem.Invalid("That cannot be.", List.of(new Offence(pointer, detail)));
  }

  private record Wanted(
      String name,
      @Nullable String url,
      @Nullable String program,
      @Nullable WantedCredential credential) {}

  private record WantedTools(List<WantedRemote> tools) {}

  private record WantedRemote(String remote, @Nullable Boolean sideEffect) {}

  private record Checked(boolean ok, String detail, long ms, List<Offer> tools) {}

  private record Offer(
      String remote,
      String description,
      boolean readOnly,
      JsonNode schema,
      @Nullable String refused) {}

  private record Added(List<ToolView> tools) {}
}
