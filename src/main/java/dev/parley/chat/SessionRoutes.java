package dev.parley.chat;

import dev.parley.call.Caller;
import dev.parley.call.Role;
import dev.parley.control.setting.Current;
import dev.parley.gateway.model.Models;
import dev.parley.identity.Permissions;
import dev.parley.identity.Workspaces;
import dev.parley.platform.http.Answer;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.RouteGroup;
import io.vertx.core.Future;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// `GET /api/v1/session`: what a page must know before it shows anything.
final class SessionRoutes implements RouteGroup {
  private final Workspaces workspaces;
  private final Models models;
  private final ServerFacts server;
  private final Current<List<String>> suggestions;

  SessionRoutes(
      Workspaces workspaces, Models models, ServerFacts server, Current<List<String>> suggestions) {
    this.workspaces = workspaces;
    this.models = models;
    this.server = server;
    this.suggestions = suggestions;
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
                    new WorkspaceView(
                        call.workspace().value(), workspace.name(), workspace.accent()),
                    CallerView.of(call.caller(), workspace.callerName().orElse(null)),
                    new ModelView(models.provider(request.call()), models.name(request.call())),
                    server.version(),
                    server.development(),
                    server.uploadLimitBytes(),
                    !workspace.hasOwner(),
                    suggestions.in(call))));
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

  private record WorkspaceView(UUID id, String name, String accent) {}

  private record CallerView(
      String kind, @Nullable String name, @Nullable String role, Set<String> permissions) {
    static CallerView of(Caller caller, @Nullable String name) {
      var permissions = new TreeSet<>(Permissions.of(caller));
      return switch (caller) {
        case Caller.Person person ->
            new CallerView("person", name, name(person.role()), permissions);
        case Caller.Key key -> new CallerView("key", name, name(key.role()), permissions);
        case Caller.Parley _ -> new CallerView("key", null, null, permissions);
        case Caller.Anonymous _ -> new CallerView("anonymous", null, null, permissions);
      };
    }

    private static String name(Role role) {
      return role.name().toLowerCase(Locale.ROOT);
    }
  }

  private record ModelView(String provider, String name) {}
}
