package dev.parley.tools.run;

import dev.parley.call.Call;
import dev.parley.call.Deadline;
import dev.parley.control.audit.AuditAction;
import dev.parley.control.audit.AuditEvent;
import dev.parley.control.audit.AuditLog;
import dev.parley.platform.http.Problem;
import dev.parley.platform.observe.Log;
import dev.parley.platform.observe.Metrics;
import dev.parley.platform.time.Stopwatch;
import dev.parley.policy.Policing;
import dev.parley.policy.Said;
import dev.parley.policy.rule.Answerer;
import dev.parley.policy.rule.Where;
import dev.parley.tools.builtin.Abilities;
import dev.parley.tools.builtin.Builtin;
import dev.parley.tools.builtin.Builtins;
import dev.parley.tools.http.HttpTool;
import dev.parley.tools.mcp.McpServers;
import dev.parley.tools.tool.Arguments;
import dev.parley.tools.tool.Outcome;
import dev.parley.tools.tool.Shelf;
import dev.parley.tools.tool.Tool;
import dev.parley.tools.tool.Tool.Does;
import dev.parley.tools.tool.ToolProblem;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// The tools that administrators keep, used as they allow it.
public final class KeptToolbox implements Toolbox {
  private static final Log LOG = Log.of(KeptToolbox.class);
  private static final Duration LIMIT = Duration.ofSeconds(15);

  private final Shelf shelf;
  private final Policing policing;
  private final Hands hands;
  private final AuditLog audit;
  private final ToolMetrics metrics;
  private final InstantSource clock;

  /// What does the work.
  public record Hands(HttpTool http, McpServers servers, Builtins builtins) {}

  public KeptToolbox(
      Shelf shelf,
      Policing policing,
      Hands hands,
      AuditLog audit,
      Metrics metrics,
      InstantSource clock) {
    this.shelf = shelf;
    this.policing = policing;
    this.hands = hands;
    this.audit = audit;
    this.metrics = new ToolMetrics(metrics.registry());
    this.clock = clock;
  }

  @Override
  public List<Tool> offered(Call call, Abilities abilities) {
    return shelf.usable(call.workspace()).stream().filter(tool -> can(tool, abilities)).toList();
  }

  @Override
  public Future<Planned> plan(Call call, Abilities abilities, Wanted wanted) {
    var tool = shelf.usable(call.workspace(), wanted.name()).filter(found -> can(found, abilities));
    if (tool.isEmpty()) {
      return Future.failedFuture(new ToolProblem.Unknown());
    }
    try {
      var arguments = checked(tool.get(), wanted.arguments());
      return judged(call, wanted.answerer(), tool.get(), arguments)
          .onFailure(_ -> metrics.refused(tool.get().name()));
    } catch (ToolProblem problem) {
      metrics.refused(tool.get().name());
      return Future.failedFuture(problem);
    }
  }

  @Override
  public Future<Done> run(Call call, Abilities abilities, Planned planned) {
    var tool = planned.tool();
    var watch = Stopwatch.start();
    return still(call, tool)
        .compose(_ -> noted(call, tool))
        .compose(_ -> used(call.until(deadline(call)), abilities, planned))
        .recover(failure -> Future.succeededFuture(Outcome.failed(why(call, failure))))
        .map(outcome -> {
          metrics.ended(tool.name(), outcome.ok() ? "ok" : "error", watch.seconds());
          return new Done(outcome, watch.millis());
        });
  }

  private static boolean can(Tool tool, Abilities abilities) {
    return !(tool.does() instanceof Does.Builtin)
        || Builtin.of(tool.name()).filter(abilities.known()::contains).isPresent();
  }

  private static Arguments checked(Tool tool, String written) {
    var arguments = Arguments.read(written);
    tool.arguments()
        .fault(arguments)
        .ifPresent(fault -> {
          throw new ToolProblem.BadArguments(fault);
        });
    return arguments;
  }

  /// What rules redact is checked once more: a tool is given nothing that it does not take.
  private Future<Planned> judged(Call call, Answerer answerer, Tool tool, Arguments arguments) {
    if (!policing.concerns(call)) {
      return Future.succeededFuture(new Planned(tool, arguments));
    }
    var said = Said.only(tool.name(), arguments.text());
    return policing
        .judge(call, Where.TOOL, answerer, said)
        .map(judged -> new Planned(tool, checked(tool, judged.asked().getLast())));
  }

  private Future<Void> still(Call call, Tool planned) {
    return shelf
        .usable(call.workspace(), planned.name())
        .filter(now -> now.isStill(planned))
        .map(_ -> Future.<Void>succeededFuture())
        .orElseGet(() -> Future.failedFuture(new ToolProblem.Changed()));
  }

  /// What changes something is in the audit log before it happens.
  private Future<Void> noted(Call call, Tool tool) {
    if (!tool.sideEffect()) {
      return Future.succeededFuture();
    }
    var event =
        AuditEvent.of(AuditAction.TOOL_USED, "tool:" + tool.id(), Map.of("name", tool.name()));
    return audit.append(call, event);
  }

  private Future<Outcome> used(Call call, Abilities abilities, Planned planned) {
    var tool = planned.tool();
    var arguments = planned.arguments();
    return switch (tool.does()) {
      case Does.Http http -> hands.http().use(call, tool.id(), http, arguments);
      case Does.Mcp(var id, var remote) ->
          shelf
              .server(call.workspace(), id)
              .map(server -> hands.servers().use(call, server, remote, arguments))
              .orElseGet(() -> Future.failedFuture(new ToolProblem.Changed()));
      case Does.Builtin _ ->
          hands.builtins().use(Builtin.of(tool.name()).orElseThrow(), arguments, abilities);
    };
  }

  private Deadline deadline(Call call) {
    var own = Deadline.after(clock, LIMIT);
    return own.at().isBefore(call.deadline().at()) ? own : call.deadline();
  }

  private static String why(Call call, Throwable failure) {
    if (failure instanceof Problem problem) {
      return problem.detail();
    }
    LOG.error(call, "a tool failed", failure);
    return "The tool failed.";
  }
}
