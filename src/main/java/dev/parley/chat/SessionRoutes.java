package dev.parley.chat;

import dev.parley.call.Call;
import dev.parley.call.Caller;
import dev.parley.gateway.Models;
import dev.parley.identity.Workspaces;
import dev.parley.platform.http.Answer;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.RouteGroup;
import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;

/// `GET /api/v1/session`: what a page must know before it shows anything.
final class SessionRoutes implements RouteGroup {
  private final Workspaces workspaces;
  private final Models models;
  private final ServerFacts server;

  SessionRoutes(Workspaces workspaces, Models models, ServerFacts server) {
    this.workspaces = workspaces;
    this.models = models;
    this.server = server;
  }

  @Override
  public void addTo(Operations operations) {
    operations.on("getSession", this::session);
  }

  private Future<Answer> session(Request request) {
    var call = request.call();
    return workspaces
        .of(call)
        .map(workspace ->
            Answer.json(
                new Session(
                    new WorkspaceView(call.workspace().value(), workspace.name()),
                    new CallerView(kind(call)),
                    new ModelView(models.provider(), models.name()),
                    server.version(),
                    server.development(),
                    server.uploadLimitBytes(),
                    !workspace.hasOwner(),
                    server.suggestions())));
  }

  private static String kind(Call call) {
    return switch (call.caller()) {
      case Caller.Person _ -> "person";
      case Caller.Key _, Caller.Parley _ -> "key";
      case Caller.Anonymous _ -> "anonymous";
    };
  }

  private record Session(
      WorkspaceView workspace,
      CallerView caller,
      ModelView model,
      String version,
      boolean development,
      long uploadLimitBytes,
      boolean setupNeeded,
      List<String> suggestions) {}

  private record WorkspaceView(UUID id, String name) {}

  private record CallerView(String kind) {}

  private record ModelView(String provider, String name) {}
}
