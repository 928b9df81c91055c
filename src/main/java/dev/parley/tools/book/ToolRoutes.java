package dev.parley.tools.book;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.control.audit.AuditAction;
import dev.parley.control.audit.AuditEvent;
import dev.parley.platform.http.Answer;
import dev.parley.platform.http.HttpProblem;
import dev.parley.platform.http.Json;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.RouteGroup;
import dev.parley.policy.rule.Answerer;
import dev.parley.tools.book.ToolViews.ToolView;
import dev.parley.tools.builtin.Abilities;
import dev.parley.tools.builtin.Builtin;
import dev.parley.tools.http.HttpTool;
import dev.parley.tools.mcp.McpServers;
import dev.parley.tools.run.Toolbox;
import dev.parley.tools.run.Toolbox.Wanted;
import dev.parley.tools.tool.Credential;
import dev.parley.tools.tool.Tool;
import dev.parley.tools.tool.Tool.Does;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Operations on tools.
final class ToolRoutes implements RouteGroup {
  private static final Answerer NOBODY = Answerer.model("");

  private final Desk desk;
  private final McpServers servers;
  private final Toolbox toolbox;

  ToolRoutes(Desk desk, McpServers servers, Toolbox toolbox) {
    this.desk = desk;
    this.servers = servers;
    this.toolbox = toolbox;
  }

  @Override
  public void addTo(Operations operations) {
    operations.on("listTools", this::list);
    operations.on("addTool", this::add);
    operations.on("changeTool", this::change);
    operations.on("switchTool", this::switchOne);
    operations.on("removeTool", this::remove);
    operations.on("tryTool", this::attempt);
    operations.on("switchTools", this::switchAll);
    operations.on("switchBuiltin", this::switchBuiltin);
  }

  private Future<Answer> list(Request request) {
    return desk.store()
        .page(request.call())
        .map(page -> Answer.json(ToolViews.all(page, servers.programs())));
  }

  private Future<Answer> add(Request request) {
    var call = request.call();
    var wanted = request.body(WantedTool.class);
    var id = desk.ids().next();
    var credential = desk.sealed(wanted.credential(), HttpTool.place(call.workspace(), id));
    var tool = wanted.tool(id, credential);
    return desk.add(call, List.of(tool)).map(_ -> Answer.created(ToolView.of(tool)));
  }

  private Future<Answer> change(Request request) {
    var call = request.call();
    var wanted = request.body(WantedTool.class);
    return desk.tool(call, request.pathId("tool_id"))
        .compose(old -> {
          if (!(old.does() instanceof Does.Http http)) {
            return Future.failedFuture(
                new HttpProblem.Invalid(
                    "Only tools that are requests can be rewritten.", List.of()));
          }
          var place = HttpTool.place(call.workspace(), old.id());
          var given = desk.sealed(wanted.credential(), place);
          var tool = wanted.tool(old.id(), given == null ? remaining(http, wanted) : given);
          return desk.put(call, List.of(tool), AuditAction.TOOL_CHANGED)
              .map(_ -> Answer.json(ToolView.of(tool)));
        });
  }

  /// A secret does not go along to another server.
  private static @Nullable Credential remaining(Does.Http old, WantedTool wanted) {
    var same =
        WantedTool.origin(old.target().url()).equals(WantedTool.origin(wanted.url().strip()));
    return same ? old.credential() : null;
  }

  private Future<Answer> switchOne(Request request) {
    var call = request.call();
    var wanted = request.body(Switched.class);
    return desk.tool(call, request.pathId("tool_id"))
        .compose(old -> {
          var enabled = wanted.enabled() == null ? old.enabled() : wanted.enabled();
          var asks = wanted.sideEffect() == null ? old.sideEffect() : wanted.sideEffect();
          var tool =
              old.with(enabled, old.does() instanceof Does.Builtin ? old.sideEffect() : asks);
          return desk.put(call, List.of(tool), AuditAction.TOOL_CHANGED)
              .map(_ -> Answer.json(ToolView.of(tool)));
        });
  }

  private Future<Answer> remove(Request request) {
    var call = request.call();
    return desk.tool(call, request.pathId("tool_id"))
        .compose(tool -> {
          var event =
              AuditEvent.of(
                  AuditAction.TOOL_REMOVED, "tool:" + tool.id(), Map.of("name", tool.name()));
          return desk.taken(desk.store().remove(call, tool.id(), event));
        })
        .map(_ -> Answer.noContent());
  }

  /// As a model would use it; whoever tries it has allowed it.
  private Future<Answer> attempt(Request request) {
    var call = request.call();
    var wanted = Json.text(request.body(Attempt.class).arguments());
    return desk.tool(call, request.pathId("tool_id"))
        .compose(tool -> toolbox.plan(call, Abilities.FEW, new Wanted(NOBODY, tool.name(), wanted)))
        .compose(planned -> toolbox.run(call, Abilities.FEW, planned))
        .map(done ->
            Answer.json(new Tried(done.outcome().ok(), done.outcome().text(), done.millis())));
  }

  private Future<Answer> switchAll(Request request) {
    var call = request.call();
    var stopped = request.body(AllSwitched.class).stopped();
    var event =
        AuditEvent.of(AuditAction.TOOL_SWITCHED, "tools", Map.of("change", stopped ? "off" : "on"));
    return desk.taken(desk.store().switchAll(call, stopped, event)).compose(_ -> list(request));
  }

  private Future<Answer> switchBuiltin(Request request) {
    var call = request.call();
    var builtin =
        Builtin.of(request.path("builtin"))
            .orElseThrow(() -> new HttpProblem.NotFound("There is no such tool."));
    var enabled = request.body(Enabled.class).enabled();
    return desk.store()
        .page(call)
        .compose(page -> {
          var old =
              page.tools().stream()
                  .filter(tool -> tool.name().equals(builtin.wireName()))
                  .filter(tool -> tool.does() instanceof Does.Builtin)
                  .findFirst();
          var tool =
              new Tool(
                  old.map(Tool::id).orElseGet(desk.ids()::next),
                  builtin.wireName(),
                  builtin.description(),
                  builtin.sideEffect(),
                  enabled,
                  builtin.arguments(),
                  new Does.Builtin());
          return desk.put(call, List.of(tool), AuditAction.TOOL_CHANGED);
        })
        .compose(_ -> list(request));
  }

  private record Switched(@Nullable Boolean enabled, @Nullable Boolean sideEffect) {}

  private record AllSwitched(boolean stopped) {}

  private record Enabled(boolean enabled) {}

  private record Attempt(JsonNode arguments) {}

  private record Tried(boolean ok, String text, long ms) {}
}
