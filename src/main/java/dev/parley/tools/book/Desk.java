package dev.parley.tools.book;

import dev.parley.call.Call;
import dev.parley.control.audit.AuditAction;
import dev.parley.control.audit.AuditEvent;
import dev.parley.control.change.Changes;
import dev.parley.platform.http.HttpProblem;
import dev.parley.platform.http.Problem.Offence;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.seal.Place;
import dev.parley.platform.seal.Sealer;
import dev.parley.tools.http.CheckTarget;
import dev.parley.tools.tool.Credential;
import dev.parley.tools.tool.McpServer;
import dev.parley.tools.tool.Tool;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What all operations on tools need. A change is done when this replica has taken it over.
record Desk(ToolStore store, Changes changes, Sealer sealer, Ids ids, InstantSource clock) {
  private static final int MOST_TOOLS = 100;
  private static final int HINT = 4;

  /// A header as somebody wants it sent.
  record WantedCredential(String header, String value) {}

  /// Adds tools beside those that are there.
  Future<Void> add(Call call, List<Tool> tools) {
    return store
        .page(call)
        .compose(page ->
            page.tools().size() + tools.size() <= MOST_TOOLS
                ? put(call, tools, AuditAction.TOOL_ADDED)
                : Future.failedFuture(
                    new HttpProblem.Invalid("There can be 100 tools, no more.", List.of())));
  }

  Future<Void> put(Call call, List<Tool> tools, AuditAction action) {
    var names = String.join(", ", tools.stream().map(Tool::name).toList());
    var target = tools.size() == 1 ? "tool:" + tools.getFirst().id() : "tools";
    var event = AuditEvent.of(action, target, Map.of("name", names));
    return taken(store.put(call, tools, clock.instant(), event));
  }

  /// Completes when this replica has taken a change over.
  Future<Void> taken(Future<Void> change) {
    return change.compose(_ -> changes.look());
  }

  Future<Tool> tool(Call call, UUID id) {
    return store
        .page(call)
        .map(page ->
            page.tool(id).orElseThrow(() -> new HttpProblem.NotFound("There is no such tool.")));
  }

  Future<McpServer> server(Call call, UUID id) {
    return store
        .page(call)
        .map(page ->
            page.server(id)
                .orElseThrow(() -> new HttpProblem.NotFound("There is no such server.")));
  }

  /// @throws HttpProblem.Invalid when it is no header that can be sent
  @Nullable Credential sealed(@Nullable WantedCredential wanted, Place place) {
    if (wanted == null) {
      return null;
    }
    var value = wanted.value().strip();
    if (!CheckTarget.mayBeSet(wanted.header(), true) || !value.matches("[\\x20-\\x7e]+")) {
      throw new HttpProblem.Invalid(
          "That header cannot be sent.",
          List.of(new Offence("/credential", "is no header, or has letters that none has")));
    }
    var hint = value.length() > 2 * HINT ? value.substring(value.length() - HINT) : "";
    return new Credential(wanted.header(), sealer.seal(value, place), hint);
  }
}
